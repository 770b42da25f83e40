import type { AuthorityId, PackageId } from '#crypto/fields/fields.js'

/** What may stand in a register: what one side owes the other because of what it asked, gave or accepted. */
export type ObligationKind =
  | 'assurance'
  | 'condition'
  | 'use-limit'
  | 'confidentiality'
  | 'data-protection'
  | 'retention'
  | 'onward-transfer'

/**
 * `proposed` until the other side agrees; `in-force`; `reported` when who is bound says that it has done it;
 * `fulfilled` and `released` by the word of whoever it is owed to; `replaced` by a later proposal; `void`
 * where the request ended before anything was given for it.
 */
export type ObligationState =
  'proposed' | 'in-force' | 'reported' | 'fulfilled' | 'released' | 'replaced' | 'void'

/** One step of an obligation, with the evidence on which it rests. */
export type ObligationStep = {
  readonly state: ObligationState
  readonly by: AuthorityId
  readonly package: PackageId
  readonly time: string
  readonly evidence: string
}

/** An assurance, condition or limit, as it stands with one counterpart. */
export type RegisterEntry = {
  /** The package that set it and its place there: `019c…#2`. Acts name it by this. */
  readonly id: string
  readonly kind: ObligationKind
  /** The code of its kind in the form, such as `death-penalty`; null where the form has none. */
  readonly what: string | null
  readonly text: string
  /** The number that its author gave it. */
  readonly number: string | null
  /** The request, and the counterpart, of whose thread it is part. */
  readonly request: PackageId
  readonly counterpart: AuthorityId
  /** Who has to keep it, and to whom it is owed. */
  readonly bound: AuthorityId
  readonly owedTo: AuthorityId
  /** The last day, where it has one. */
  readonly until: string | null
  readonly state: ObligationState
  /** The first set it. */
  readonly history: readonly ObligationStep[]
}

/** Leave to pass a package on, given by whoever sent it. */
export type TransferApproval = {
  /** The package that may be passed on. */
  readonly of: PackageId
  readonly to: AuthorityId
  readonly by: AuthorityId
  readonly givenTo: AuthorityId
  readonly until: string | null
  /** On what terms, in the words of whoever gave it. */
  readonly terms: string
  readonly package: PackageId
  readonly evidence: string
}

/** Why a word about an entry does not count. */
export type RegisterFault = 'no-such-entry' | 'not-owed-to-them' | 'not-a-party' | 'ended'

export type IgnoredWord = {
  readonly package: PackageId
  readonly entry: string
  readonly code: RegisterFault
}

export type Register = {
  readonly entries: readonly RegisterEntry[]
  readonly approvals: readonly TransferApproval[]
  readonly ignored: readonly IgnoredWord[]
}
