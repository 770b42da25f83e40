import type { AuthorityId, CaseId } from '#crypto/fields/fields.js'
import type { AssignmentNotice } from '../../contract/assignment-wire.js'

/** The newest assignment of a case; opaque to the relay but for its place. */
export type StoredAssignment = {
  readonly case: CaseId
  readonly version: number
  readonly sealed: string
  readonly keptAt: Date
}

export interface AssignmentStore {
  find(authority: AuthorityId, id: CaseId): Promise<StoredAssignment | undefined>
  /** Puts it in the place of the version before, or of none for version 1; false when that is not what is kept. Durable on return. */
  replace(authority: AuthorityId, next: StoredAssignment): Promise<boolean>
  /** By the id of the case, ascending. */
  page(
    authority: AuthorityId,
    after: CaseId | undefined,
    limit: number,
  ): Promise<readonly StoredAssignment[]>
}

export interface AssignmentAnnouncer {
  /** Tells connected officers of this authority, best-effort. */
  announceAssignment(authority: AuthorityId, notice: AssignmentNotice): void
}
