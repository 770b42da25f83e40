import type { HandoffEventCode } from '#crypto/evidence/event.js'
import type { AuthorityId, HandoffId, PackageId } from '#crypto/fields/fields.js'
import type { StoredStatement } from '../ports.js'

/** A hand-off as its officer signed it. What became of it is its evidence; only `content` changes, once. */
export type StoredHandoff = {
  readonly handoff: HandoffId
  /** Of the statement. */
  readonly digest: string
  readonly statement: string
  readonly credential: string
  readonly authority: AuthorityId
  /** The package that parts are handed off from; missing in what was kept before this was noted. */
  readonly package?: PackageId
  /** Of copies that no package has: whether they are still here. Missing where a package has the content. */
  readonly content?: 'kept' | 'deleted'
  /** Keys of its translators and of its reviewer: whose list shows it. */
  readonly kids: readonly string[]
  readonly keptAt: Date
}

/** The hand-off itself, what somebody did about it, or a certified statement: leaves of the log. */
export type StoredHandoffAct = StoredStatement & {
  readonly handoff: HandoffId
  /** Of the officer who signed it. */
  readonly credential: string
}

/** Evidence about a hand-off: unique on (handoff, sequence) and on (handoff, step). */
export type StoredHandoffEvidence = StoredStatement & {
  readonly handoff: HandoffId
  readonly sequence: number
  /** `H.1`, `H.4/0/2026-03-09T09:00:00.000Z`, `H.7/<digest>`: done twice, kept once. */
  readonly step: string
  readonly code: HandoffEventCode
}

/** Every promise is durable when it resolves. */
export interface HandoffStore {
  /** Keeps the hand-off, or returns the one already kept under this id (compare `digest`). */
  keep(handoff: StoredHandoff): Promise<StoredHandoff>
  find(handoff: HandoffId): Promise<StoredHandoff | undefined>
  /** By id, after `after`: those of an authority, or those that name one of its officers' keys. */
  list(
    whose: { readonly authority: AuthorityId } | { readonly kid: string },
    after: HandoffId | undefined,
    limit: number,
  ): Promise<readonly StoredHandoff[]>
  /** The same statement again is kept once. */
  keepAct(act: Omit<StoredHandoffAct, 'index'>): Promise<void>
  acts(handoff: HandoffId): Promise<readonly StoredHandoffAct[]>
  /** Keeps it; `'taken'` when another statement already holds its place; the kept one when the step was done before. */
  keepEvidence(
    evidence: Omit<StoredHandoffEvidence, 'index'>,
  ): Promise<StoredHandoffEvidence | 'taken'>
  /** In order of sequence. */
  chain(handoff: HandoffId): Promise<readonly StoredHandoffEvidence[]>
  /** A sealed envelope, by its digest, within its hand-off. */
  keepEnvelope(handoff: HandoffId, digest: string, envelope: string): Promise<void>
  envelope(handoff: HandoffId, digest: string): Promise<string | undefined>
  /** Those that hand off parts of one package. */
  ofPackage(id: PackageId): Promise<readonly StoredHandoff[]>
  /** By id, after `after`: those with copies of their own that are still here, kept no later than `until`. */
  withCopies(
    until: Date,
    after: HandoffId | undefined,
    limit: number,
  ): Promise<readonly StoredHandoff[]>
  /** Nobody is served its copies, envelopes and targets from here on. */
  noteDeleted(handoff: HandoffId): Promise<void>
  /** Removes every envelope of a hand-off. */
  removeEnvelopes(handoff: HandoffId): Promise<void>
  /** Every act of every hand-off, in the order of their digests, after one of them. */
  everyAct(after: string | undefined, limit: number): Promise<readonly StoredHandoffAct[]>
}
