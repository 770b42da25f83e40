import type { AuthorityId } from '#crypto/fields/fields.js'

/** One application for enrolment, and the operator's decision once there is one. Each is written once. */
export type StoredEnrolment = {
  /** Digest of the application. */
  readonly digest: string
  readonly authority: AuthorityId
  /** Digest of the invitation that it uses up. */
  readonly invitationDigest: string
  readonly invitation: string
  readonly application: string
  readonly decision: string | null
  /** The leaf that was approved, as `x5c` has it. */
  readonly certificate: string | null
  readonly keptAt: Date
}

export interface EnrolmentStore {
  /** Keeps it, or returns what is kept under the same invitation (compare `digest`). Durable on return. */
  keep(enrolment: Omit<StoredEnrolment, 'decision' | 'certificate'>): Promise<StoredEnrolment>
  findByInvitation(digest: string): Promise<StoredEnrolment | undefined>
  find(digest: string): Promise<StoredEnrolment | undefined>
  /** Adds the decision if there is none yet; returns what is kept, undefined if there is no such application. */
  decide(
    digest: string,
    decision: Pick<StoredEnrolment, 'decision' | 'certificate'>,
  ): Promise<StoredEnrolment | undefined>
  /** Those without a decision, oldest first. */
  undecided(limit: number): Promise<readonly StoredEnrolment[]>
  /** Whether the operator has approved that certificate for that authority. */
  isApproved(authority: AuthorityId, certificate: string): Promise<boolean>
}
