/**
 * What a client needs of the machine it runs on. Node and the browser each bring theirs.
 *
 * @packageDocumentation
 */
import type { z } from 'zod'
import type { PackageId } from '#crypto/fields/fields.js'
import type { endpoints, EndpointName } from '#server/contract/endpoints.js'
import type { Notice } from '#server/contract/notice.js'
import type { AssignmentNotice } from '#server/contract/assignment-wire.js'
import type { DraftNotice } from '#server/contract/draft-wire.js'
import type { FeedEvent } from '#server/contract/wire.js'
import type { ContradictedClaim } from './content/contradicted-claim.js'
import type { DirectoryMemory } from './directory/directory-memory.js'
import type { LogMemory } from './log/log-memory.js'

type Input<N extends EndpointName> = {
  readonly params?: z.input<(typeof endpoints)[N]['params']>
  readonly query?: z.input<(typeof endpoints)[N]['query']>
  readonly body?: z.input<(typeof endpoints)[N]['body']>
}
type Reply<N extends EndpointName> = z.output<(typeof endpoints)[N]['reply']>

export type DownloadName =
  | 'downloadEnvelope'
  | 'downloadPart'
  | 'downloadResealedEnvelope'
  | 'downloadResealedPart'
  | 'downloadHandoffPart'
  | 'readCheckpoint'

/** The relay, as one officer reaches it. */
export interface Relay {
  /** One operation of the contract; retries what a lost answer may have hidden. @throws RelayProblem, ClientError `relay-unreachable` */
  call<N extends EndpointName>(name: N, input?: Input<N>): Promise<Reply<N>>
  /**
   * The octets of one operation that answers octets, begun once they are asked for; a broken line is
   * resumed where it broke. @throws as `call`, while they are read
   */
  download<N extends DownloadName>(
    name: N,
    input: Pick<Input<N>, 'params'>,
  ): AsyncIterable<Uint8Array>
  /** Uploads sealed octets (tus 1.0), resuming what an earlier try left. @throws as `call`; ClientError `file-unreadable` */
  upload(part: UploadedPart, onProgress?: (sent: number) => void): Promise<void>
  /** Events of the caller's authority as they happen, those after `position` first; doubles are possible. */
  listen(position: number, listener: FeedListener): Promise<Subscription>
}

export type UploadedPart = {
  readonly package: string
  readonly part: string
  readonly digest: string
  readonly body: SealedBody
}

/** Sealed octets at rest. */
export interface SealedBody {
  readonly length: number
  /**
   * What the platform's HTTP takes as a body, a stream or a Blob, of the octets from `start` to before
   * `end`. `onFailure` is told when they cannot be read after all.
   */
  slice(start: number, end: number, onFailure: (error: unknown) => void): unknown
}

export type FeedListener = {
  /**
   * Called for one event after the other, never for two at once. True when the event was a notice to
   * this authority and has reached somebody: the relay is told then.
   */
  readonly onEvent: (event: FeedEvent) => Promise<boolean>
  /** Notices that come while the connection stands; what was missed is kept at the relay. */
  readonly onNotice?: (notice: Notice) => void
  /** Something about a draft has changed. Never repeated: after a loss of connection, list them again. */
  readonly onDraft?: (notice: DraftNotice) => void
  readonly onAssignment?: (notice: AssignmentNotice) => void
  readonly onConnection?: (state: 'connected' | 'lost') => void
  /** Nothing comes any more: what will not pass by itself, such as a revoked key. */
  readonly onEnd: (error: unknown) => void
}
export type Subscription = { readonly close: () => void }

/** A document to send. */
export interface DocumentSource {
  readonly name: string
  /** What it is among the documents of its package; a document unless told. */
  readonly role?: 'document' | 'translation'
  readonly mediaType: string
  /** Passed on octet for octet, as it came from whoever answers for its name and type. */
  readonly isAsReceived?: boolean
  readonly length: number
  /** Its octets from the beginning. A chunk is good until the next one is asked for. */
  read(): AsyncIterable<Uint8Array>
}

/** Where verified plaintext goes. Nothing is visible under its final name before `commit`. */
export interface DocumentSink {
  /**
   * Takes octets over: nobody else may touch them afterwards. Resolves when there is room for more; a
   * failure shows in this call, a later one, or `commit`.
   */
  write(chunk: Uint8Array): Promise<void>
  /**
   * Makes it final: flushed, under its name.
   *
   * @param contradicted - what of it its octets contradict. A sink that can gives it a name that claims less.
   * @throws ClientError `document-malicious` where something of this machine says so: then it is not handed out.
   */
  commit(contradicted?: ContradictedClaim): Promise<void>
  /** Leaves nothing new behind; also after a `commit` that failed. Nothing that is final is touched. */
  discard(): Promise<void>
}

/** SHA-256 over a stream, off the calling thread where the platform has one. */
export interface Digester {
  /** The chunk may be reused once this has resolved. */
  update(chunk: Uint8Array): Promise<void>
  /** Lower-case hex. */
  digest(): Promise<string>
  /** Gives up what it holds, whether the digest was asked for or not. */
  close(): void
}

/** Where sealed packages wait until the relay has acknowledged them. Holds ciphertext and statements only. */
export interface OutgoingStore {
  createPart(pkg: string, part: string): Promise<DocumentSink>
  part(pkg: string, part: string): Promise<SealedBody>
  keepSubmission(pkg: string, submission: string): Promise<void>
  /** Keeps the parts of a package that waits for approvals: it is not swept, and does not count as waiting to be sent. */
  hold(pkg: string): Promise<void>
  submission(pkg: string): Promise<string | undefined>
  /** Packages that are sealed completely, oldest first. */
  waiting(): Promise<readonly PackageId[]>
  remove(pkg: string): Promise<void>
  /** Removes what a sealing that broke off has left, if nobody has touched it since. */
  sweep(idleSince: Date): Promise<void>
}

/** Which parts of a received package were opened and verified here: what a receipt may say. */
export interface OpenedRecords {
  record(header: string, opened: OpenedRecord): Promise<void>
  find(header: string): Promise<OpenedRecord | undefined>
}
export type OpenedRecord = {
  readonly manifest: string
  readonly verified: readonly string[]
  /** Those of them whose octets contradict their name or type. */
  readonly contradicted?: readonly string[]
  /** Those of them that a scanner of this machine has found malicious when they were opened last. */
  readonly malicious?: readonly string[]
}

export interface Platform {
  readonly outgoing: OutgoingStore
  readonly opened: OpenedRecords
  /** What was seen of the directory, and of the log that holds it. */
  readonly seen: DirectoryMemory
  readonly logs: LogMemory
  /** For about so many octets: a platform may choose another way for a large document. */
  digester(length: number): Digester
  now(): Date
}
