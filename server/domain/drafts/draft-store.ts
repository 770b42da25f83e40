import type { AuthorityId, DraftId } from '#crypto/fields/fields.js'
import type { DraftNotice } from '../../contract/draft-wire.js'

/** One version of a draft without its content. */
export type ListedDraftVersion = {
  readonly draft: DraftId
  readonly version: number
  readonly basis: number
  readonly resolves: number | null
  readonly aside: boolean
  /** The last version of a draft that was discarded: it holds nothing, and nothing follows it. */
  readonly discarded: boolean
  readonly octets: number
  readonly keptAt: Date
}
export type StoredDraftVersion = ListedDraftVersion & { readonly sealed: string }

export interface DraftStore {
  /** False when that version is kept already, with whatever content. Durable on return. */
  keep(authority: AuthorityId, version: StoredDraftVersion): Promise<boolean>
  find(
    authority: AuthorityId,
    draft: DraftId,
    version: number,
  ): Promise<StoredDraftVersion | undefined>
  /** Ascending. */
  versions(authority: AuthorityId, draft: DraftId): Promise<readonly ListedDraftVersion[]>
  /** Whole drafts that are not discarded, by id, each with its versions ascending. */
  page(
    authority: AuthorityId,
    after: DraftId | undefined,
    limit: number,
  ): Promise<readonly (readonly ListedDraftVersion[])[]>
  /** Of all versions of all drafts of one authority. */
  octets(authority: AuthorityId): Promise<number>
  /** Removes the versions before `version`. */
  prune(authority: AuthorityId, draft: DraftId, version: number): Promise<void>
}

export interface DraftAnnouncer {
  /** Tells connected officers of this authority, best-effort. */
  announceDraft(authority: AuthorityId, notice: DraftNotice): void
}
