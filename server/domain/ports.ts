/**
 * What the domain asks of the world. Each promise says when an effect is durable; a fake keeps the
 * same promises in memory (test/support/fake-ports.ts).
 *
 * @packageDocumentation
 */
import type { Readable } from 'node:stream'
import type { PackageEventCode } from '#crypto/evidence/event.js'
import type { AuthorityId, CaseId, PackageId, PartId } from '#crypto/fields/fields.js'
import type { Urgency } from '#crypto/package/header.js'
import type { StatementType } from '#crypto/statement/types.js'
import type { JobName, JobPayload } from '../contract/jobs.js'
import type { FeedEvent } from '../contract/wire.js'

/** One accepted or pending package, written once: `digest` is the header statement's. */
export type StoredPackage = {
  readonly package: PackageId
  readonly digest: string
  readonly sender: AuthorityId
  readonly recipients: readonly AuthorityId[]
  /** Case and urgency are those of the header, to be found by; missing where an earlier version kept what cannot be read. */
  readonly case?: CaseId
  readonly urgency?: Urgency
  readonly header: string
  readonly credential: string
  readonly approvals: readonly { readonly approval: string; readonly credential: string }[]
  /** Empty once it is deleted. */
  readonly envelope: string
  readonly keptAt: Date
  /** When its content was deleted. */
  readonly contentDeletedAt?: Date
  /** Who has sealed its copy anew, and is served that one. */
  readonly resealedBy?: readonly AuthorityId[]
  /** When envelope and parts as they were sent were deleted, since everybody has a copy sealed anew. */
  readonly originalDeletedAt?: Date
}

export interface PackageStore {
  /** Keeps the package, or returns the one already kept under this package id (compare `digest`). */
  keep(pkg: StoredPackage): Promise<StoredPackage>
  find(id: PackageId): Promise<StoredPackage | undefined>
  /** That this authority has sealed its copy anew, durably. */
  noteResealed(header: string, authority: AuthorityId): Promise<void>
  /** Without the envelope: whoever knows a package by its header is about to state something of it. */
  findByHeader(digest: string): Promise<KnownPackage | undefined>
  /** Newest first by `keptAt`, then id; only packages with evidence A.1 matter to callers. */
  page(
    box: 'inbox' | 'sent',
    authority: AuthorityId,
    after: PackageCursor | undefined,
    limit: number,
    only?: PackageFilter,
  ): Promise<readonly ListedPackage[]>
}
/** Every package, for whoever checks what was restored. */
export interface PackageWalk {
  /** In the order of their ids, after one of them. */
  everyPackage(
    after: PackageId | undefined,
    limit: number,
  ): Promise<
    readonly Pick<
      StoredPackage,
      'contentDeletedAt' | 'digest' | 'header' | 'originalDeletedAt' | 'package'
    >[]
  >
}
/** What retention does to packages. */
export interface PackageContents {
  /** Packages kept until a moment whose content is here, oldest first. */
  withContent(
    until: Date,
    after: PackageCursor | undefined,
    limit: number,
  ): Promise<readonly ListedPackage[]>
  /** Removes the envelope, durably; header, credential and approvals stay. */
  removeEnvelope(header: string, at: Date): Promise<void>
  /** Removes the envelope as it was sent, durably, where everybody has a copy that was sealed anew. */
  removeOriginal(header: string, at: Date): Promise<void>
}

/** Envelopes may be megabytes, and few need them. */
export type KnownPackage = Omit<StoredPackage, 'envelope'>
/** A row of a mailbox. */
export type ListedPackage = Omit<KnownPackage, 'approvals'>
/** What of a mailbox is meant; all that is given. */
type PackageFilter = {
  readonly case?: CaseId | undefined
  readonly urgency?: readonly Urgency[] | undefined
}
export type PackageCursor = { readonly keptAt: Date; readonly package: PackageId }

/** Every signed thing that becomes a leaf of the log: one insert, later only its `index` is added. */
export type StoredStatement = {
  readonly digest: string
  readonly typ: StatementType
  readonly statement: string
  readonly keptAt: Date
  /** Leaf index, once sequenced. */
  readonly index: number | null
}

/** Evidence about a package: unique on (header, sequence) and on (header, step). */
export type StoredEvidence = StoredStatement & {
  readonly package: PackageId
  readonly header: string
  readonly sequence: number
  /** Names the step that this is evidence of, such as `A.1` or `D.1/xb.pgo`: done twice, kept once. */
  readonly step: string
  readonly code: PackageEventCode
  readonly recipient: AuthorityId | null
  /** Whose feed shows it. */
  readonly parties: readonly AuthorityId[]
  readonly time: string
}

export interface EvidenceStore {
  /** Keeps it; `'taken'` when another statement already holds (header, sequence); the kept one when the step was done before. Durable on return. */
  keep(evidence: Omit<StoredEvidence, 'index'>): Promise<StoredEvidence | 'taken'>
  findStep(header: string, step: string): Promise<StoredEvidence | undefined>
  /** In order of sequence. */
  chain(header: string): Promise<readonly StoredEvidence[]>
  /** The chains of several headers at once, each in order of sequence. */
  chains(headers: readonly string[]): Promise<ReadonlyMap<string, readonly StoredEvidence[]>>
  findByDigest(digest: string): Promise<StoredEvidence | undefined>
  /**
   * Sequenced events of one authority with index greater than `after`, in order. The sequencer makes
   * indexes visible in ascending order, so a reader that passed 41 has missed nothing below.
   */
  sequencedAfter(
    authority: AuthorityId,
    after: number,
    limit: number,
  ): Promise<readonly StoredEvidence[]>
  /** Events of one authority that have no index yet, oldest first. */
  unsequenced(authority: AuthorityId, limit: number): Promise<readonly StoredEvidence[]>
}

export type StoredReceipt = StoredStatement & {
  readonly header: string
  readonly recipient: AuthorityId
  readonly credential: string
}

export interface ReceiptStore {
  /** Keeps the first receipt of one recipient for one header, or returns the one kept before. */
  keep(receipt: Omit<StoredReceipt, 'index'>): Promise<StoredReceipt>
  forPackage(header: string): Promise<readonly StoredReceipt[]>
}

/** An entry, credential, revocation or suspension, and the evidence of its acceptance (once there). */
export type StoredDirectoryStatement = StoredStatement & {
  readonly authority: AuthorityId
  /** Unique per kind: `entry/3`, `officer/<kid>/<digest>`, `revocation/<kid>/<digest>`, … */
  readonly key: string
}

export interface DirectoryStore {
  /** Keeps the statement, or returns what is kept under the same (typ, authority, key). */
  keep(statement: Omit<StoredDirectoryStatement, 'index'>): Promise<StoredDirectoryStatement>
  /**
   * Every kept statement of that type for one authority, entries by version, others in the order in
   * which they were kept: one order for all processes, that no clock decides.
   */
  history(authority: AuthorityId, typ: StatementType): Promise<readonly StoredDirectoryStatement[]>
  /** The newest entry of each authority after `after`, by authority id. */
  currentEntries(
    after: AuthorityId | undefined,
    limit: number,
  ): Promise<readonly StoredDirectoryStatement[]>
  findByDigest(digest: string): Promise<StoredDirectoryStatement | undefined>
  /** The credential of that key that was kept last, in the order of `history`. */
  findCredential(kid: string): Promise<StoredDirectoryStatement | undefined>
  /** Evidence X.* about a directory statement: unique on subject. */
  keepEvidence(
    evidence: Omit<StoredStatement, 'index'> & { readonly subject: string },
  ): Promise<StoredStatement>
  evidenceFor(subjects: readonly string[]): Promise<ReadonlyMap<string, StoredStatement>>
}

/** Every statement of the directory, whomever it is of, for the operator's audit. */
export interface DirectoryAudit {
  /** Newest first by `keptAt`, then by digest; only what fits all that is given. */
  newest(
    only: AuditFilter,
    after: AuditCursor | undefined,
    limit: number,
  ): Promise<readonly StoredDirectoryStatement[]>
}
export type AuditFilter = {
  readonly authority?: AuthorityId | undefined
  readonly typ?: StatementType | undefined
  /** Kept then or later. */
  readonly since?: Date | undefined
  /** Kept before then. */
  readonly until?: Date | undefined
}
export type AuditCursor = Pick<StoredStatement, 'digest' | 'keptAt'>

export interface VaultStore {
  current(
    authority: AuthorityId,
  ): Promise<{ readonly version: number; readonly vault: string } | undefined>
  /** False when that version is already kept with other octets. */
  keep(authority: AuthorityId, version: number, vault: string): Promise<boolean>
  /** Removes every version before that one, durably. */
  removeBefore(authority: AuthorityId, version: number): Promise<void>
}

/** Which blobs of a package a recipient has been served in full. */
export interface HandoverStore {
  /** Adds and returns all blobs served so far. `blob` is `envelope` or a part id. Durable on return. */
  record(header: string, recipient: AuthorityId, blob: string): Promise<readonly string[]>
}

export type BlobKey = {
  readonly sender: AuthorityId
  readonly package: PackageId
  readonly part: PartId
  readonly digest: string
}

/** Ciphertext of parts. A blob that `find` returns is complete, flushed, and has its digest. */
export interface BlobStore {
  find(key: BlobKey): Promise<{ readonly length: number } | undefined>
  /** `end` is inclusive, as in a Range header. */
  read(key: BlobKey, range?: { readonly start: number; readonly end: number }): Readable
}

/** Takes ciphertext away for good: removing what is not there does nothing. */
export interface BlobRemoval {
  remove(key: BlobKey): Promise<void>
}

export interface Outbox {
  /**
   * Asks for a job, durably: MongoDB first, Redis second and best-effort. Asking again with the same
   * name and payload is the same job while it is not done. `notBefore` delays it.
   *
   * With `hold` the queue is not told yet: {@link Outbox.hasten} does that, once what the job needs is
   * durable as well. If the process dies in between, the dispatcher finds the job a few seconds later.
   */
  ask<N extends JobName>(
    name: N,
    payload: JobPayload<N>,
    options?: { readonly notBefore?: Date; readonly hold?: boolean },
  ): Promise<void>
  /** Tells the queue, best-effort and without a write, of a job that was asked for with `hold`. */
  hasten<N extends JobName>(name: N, payload: JobPayload<N>): void
}

export interface Announcer {
  /** Tells connected clients of these authorities, best-effort: the feed is what counts. */
  announce(authorities: readonly AuthorityId[], event: FeedEvent): void
}

export interface ReplayGuard {
  /** True once per id within its lifetime, across all relay processes. Throws when it cannot know. */
  firstUse(id: string, lifetimeSeconds: number): Promise<boolean>
}

export interface Clock {
  now(): Date
}
