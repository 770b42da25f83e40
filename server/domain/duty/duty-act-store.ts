import type { DutyAct } from '#crypto/duty/duty-act.js'
import type { AuthorityId, OfficerId } from '#crypto/fields/fields.js'

/** What an officer did about an alert, as it was signed. Never changed. */
export type StoredDutyAct = {
  readonly authority: AuthorityId
  /** Digest of the header of the package that alerts. */
  readonly header: string
  readonly turn: number
  readonly act: DutyAct['act']
  readonly officer: OfficerId
  readonly digest: string
  readonly statement: string
  readonly credential: string
  readonly keptAt: Date
}

export interface DutyActStore {
  /** In their order. */
  list(header: string, authority: AuthorityId): Promise<readonly StoredDutyAct[]>
  /** Keeps the act unless one of its turn is kept. Durable on return. @returns what is kept: compare `digest`. */
  keep(act: StoredDutyAct): Promise<StoredDutyAct>
}
