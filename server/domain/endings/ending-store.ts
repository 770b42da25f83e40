import type { Ending } from '#crypto/directory/key-endings.js'
import type { AuthorityId } from '#crypto/fields/fields.js'

/** What one authority, or the relay, works with and when it ends, as last looked at. */
export type Endings = {
  readonly authority: AuthorityId
  readonly endings: readonly Ending[]
  readonly at: Date
}

export interface EndingStore {
  /** Replaces what was kept of this authority before. */
  put(endings: Endings): Promise<void>
  all(): Promise<readonly Endings[]>
}
