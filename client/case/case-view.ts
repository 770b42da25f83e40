import type { AuthorityId, CaseId, PackageId } from '#crypto/fields/fields.js'
import type { Urgency } from '#crypto/package/header.js'
import type { Manifest } from '#crypto/package/manifest.js'
import type { ActId, CaseKind, CaseState, OpeningId, Side } from './acts.js'

/** What a piece of evidence says, as a case needs it. `index` is its leaf in the log, null while it has none. */
export type CaseEvidence = {
  readonly code: string
  readonly recipient: AuthorityId | null
  readonly time: string
  /** Its place in the history of the package. */
  readonly sequence: number
  readonly digest: string
  readonly index: number | null
}

/** A package that was opened and verified, with its verified evidence. */
export type CasePackage = {
  /** Digest of the header. */
  readonly header: string
  readonly manifest: Pick<
    Manifest,
    'package' | 'case' | 'sender' | 'recipients' | 'template' | 'form' | 'inReplyTo' | 'marks'
  >
  readonly urgency: Urgency
  /** Before which it is not made available; null where it is at once. */
  readonly notBefore: string | null
  /** The officer who signed. */
  readonly officer: string
  readonly evidence: readonly CaseEvidence[]
}

/** Why an act was not applied. */
export const illegalities = [
  'not-a-known-act',
  'no-such-request',
  'request-unread',
  'not-a-party',
  'wrong-side',
  'not-in-this-kind',
  'not-acknowledged',
  'not-in-this-state',
  'case-final',
  'opened-twice',
  'reference-forged',
] as const
export type Illegality = (typeof illegalities)[number]

/** Something that happened in a case, with the evidence on which it rests. */
export type TimelineItem = {
  readonly what: ActId | OpeningId | 'receipt' | 'rejection' | 'expiry'
  readonly by: AuthorityId
  readonly officer: string | null
  readonly package: PackageId
  /** What it led to; null when it changed no state. */
  readonly state: CaseState | null
  /** Coded grounds of a refusal or postponement. */
  readonly grounds: readonly string[]
  /** The day until which a time was extended. */
  readonly until: string | null
  /**
   * Of a request for an extension what is to be extended, as its template names it; of an extension what the
   * request says that it answers. Null where nothing says so.
   */
  readonly subject: string | null
  /** The relay's clock. */
  readonly time: string
  readonly evidence: string
  readonly index: number | null
}

export type IllegalAct = {
  readonly package: PackageId
  readonly by: AuthorityId
  readonly template: string
  readonly code: Illegality
  /** How the request stood when it arrived; null where it is about no request, or about several at once. */
  readonly state: CaseState | null
  readonly evidence: string
  readonly index: number | null
}

export type Available = { readonly time: string; readonly evidence: string }

/** A request as it stands with one counterpart. */
export type Thread = {
  readonly counterpart: AuthorityId
  /** The authority that passed the request on; null for whoever it was addressed to. */
  readonly via: AuthorityId | null
  readonly state: CaseState
  readonly final: boolean
  /** Its D.1: since when the counterpart can have the request. Null before, and for whoever it was passed on to. */
  readonly available: Available | null
  readonly timeline: readonly TimelineItem[]
  /** What each side may do next. */
  readonly next: Readonly<Record<Side, readonly ActId[]>>
}

/** A request of a case, with each authority that is to answer it. */
export type RequestView = {
  readonly package: PackageId
  /** Digest of its header: what an answer refers to. */
  readonly header: string
  readonly kind: CaseKind
  readonly opening: OpeningId
  readonly requesting: AuthorityId
  readonly urgency: Urgency
  readonly notBefore: string | null
  /** The request that it follows, as a request for data follows their preservation. */
  readonly follows: PackageId | null
  readonly threads: readonly Thread[]
}

export type CaseView = {
  readonly case: CaseId
  /** In the order in which they were submitted. */
  readonly requests: readonly RequestView[]
  readonly illegal: readonly IllegalAct[]
  /** Whether everything has its place in the log: until then the order of what is new may still change. */
  readonly settled: boolean
}
