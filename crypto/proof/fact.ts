import type { AuthorityId } from '../fields/fields.js'
import type { PackageState } from '../evidence/package-state.js'
import type { Strength } from '../timestamp/strengths-of.js'

/** Everything that a bundle can show, and what it means that it is proved. */
export const factMeanings = {
  'relay-identified':
    'The relay that issued the evidence has a certificate under a root of the trust list.',
  'sender-identified': 'The sending authority has a certificate under a root of the trust list.',
  'recipient-identified':
    'The authority it was sent to has a certificate under a root of the trust list.',
  'header-signed': 'An officer of the sender signed this package.',
  'approvals-given': 'As many further officers approved it as the sender’s policy demands.',
  'key-not-revoked':
    'When that was observed, neither was the key that signed revoked, nor had its authority taken back the one that vouches for it.',
  'evidence-chain-unbroken':
    'The relay’s evidence is one whole history from its beginning, in legal steps.',
  'submission-accepted': 'The relay accepted the submission (A.1).',
  rejected: 'The relay rejected the submission (A.2), or the recipient the package (C.4).',
  available: 'The package was made available to the recipient (D.1).',
  notified: 'The recipient was notified (D.3).',
  'handed-over': 'The package was handed over to the recipient in full (E.1).',
  undelivered: 'The relay stated a failure to deliver (D.2, D.4, E.2).',
  expired: 'The package expired without a receipt (C.5).',
  'receipt-signed': 'An officer of the recipient signed a receipt for this package.',
  'receipt-accepted': 'The receipt was handed in to the relay (C.3).',
  'receipt-matches-header': 'The receipt is over the very content that the sender committed to.',
  'manifest-matches-header': 'The disclosed manifest is the one that the sender committed to.',
  'part-disclosed': 'The part told of is one that the sender committed to.',
  'document-matches': 'The document is one that was sent in this package.',
  'custody-unbroken':
    'The relay’s evidence of a hand-off to translators, as far as it is shown, has no gap: to whom the text was given, and what each did.',
  'translation-certified': 'A translator certified a translation.',
  'translation-reviewed': 'A second person stands behind the translation.',
  'original-prevails': 'Where the two texts differ, the original counts.',
  'translation-source': 'What was translated is a document of this package.',
  'translation-target': 'The document is a translation that was certified.',
  'translation-superseded':
    'The authority took the hand-off back, or had its source translated anew.',
  'checkpoint-signed': 'The relay’s log signed the checkpoint.',
  'checkpoint-consistent': 'The later checkpoint of the log begins with the earlier one.',
  'checkpoint-witnessed':
    'Witnesses of as many authorities as the trust list demands cosigned the log as it is shown here.',
  logged: 'Evidence and receipts stand in the log under the checkpoint.',
  'time-stamped': 'A time-stamping authority attests that the checkpoint existed at a moment.',
  'time-stamps-renewed': 'The time-stamps were renewed, each time while they were still good.',
  'absence-stated':
    'The relay signed that up to a checkpoint of its log no receipt of the recipient is in it.',
  'receipt-absent': 'No receipt of the recipient is in the log up to that checkpoint.',
  'clocks-agree': 'What was declared, observed, attested and witnessed does not disagree.',
  'bundle-coherent': 'Nothing in the bundle is forged, unreadable or of another story.',
} as const
export type FactCode = keyof typeof factMeanings

/**
 * - `proved`: follows from signatures under the trust list.
 * - `claimed`: somebody says so, and nothing here shows it.
 * - `unproved`: nothing here says so.
 * - `contradicted`: something here is false, or says otherwise.
 */
export type Standing = 'proved' | 'claimed' | 'contradicted' | 'unproved'

/** Moments, never mixed: each RFC 3339 in UTC with milliseconds. */
export type Clocks = {
  /** By whoever signed: its own word. */
  readonly declared?: string
  /** By the relay. */
  readonly observed?: string
  /** By a time-stamping authority: it existed then, so not after. */
  readonly attested?: string
  /** By witnesses of the log: their quorum had seen it then, so not after. */
  readonly witnessed?: string
}

/** One time-stamping authority's word, by one token. */
export type Attestor = {
  /** Subject of its certificate, RFC 4514. */
  readonly authority: string
  /**
   * - `operator`: the relay's own, built-in authority: the operator's own clock. So is another whose token is
   *   good only because that authority renewed it.
   * - `qualified`: under a root that the trust list names as one of qualified authorities.
   * - `listed`: under another root of the trust list.
   */
  readonly kind: 'operator' | 'qualified' | 'listed'
  /** The token's time and the error that its authority admits: by then it existed. */
  readonly at: string
  /** Milliseconds. */
  readonly accuracyMs?: number
  /** When the first certificate of its chain runs out: until then it can be relied on, or be renewed. */
  readonly validUntil: string
  readonly policy: string
  readonly serial: string
  /** Imprint and signature. */
  readonly algorithm: string
  /** Everything that it stands on, its chain included. */
  readonly strengths: readonly Strength[]
  /** 0: over the checkpoint; n: of the n-th renewal. */
  readonly renewal: number
  /** What revocation lists say of its certificates. */
  readonly certificateStatus: 'good' | 'unknown'
  /** At the moment at which a renewal attests it to have existed, or by the verifier's clock. */
  readonly worth: 'good' | 'aged' | 'revoked'
  /** Present where the token is good only by a renewal of the relay's own authority. */
  readonly renewedBy?: 'operator'
}

export type Fact = {
  readonly fact: FactCode
  readonly standing: Standing
  /** Digest of the statement that shows it. */
  readonly statement?: string
  /** One English sentence; other languages are made of `fact`, `standing` and `data`. */
  readonly text: string
  readonly data: Readonly<Record<string, string>>
  readonly clocks: Clocks
  /** Of facts about time-stamps: every authority's word. */
  readonly attestors?: readonly Attestor[]
}

export type Verdict = {
  /**
   * `proved` if every fact is; `contradicted` if any is; else `incomplete`.
   */
  readonly verdict: 'proved' | 'incomplete' | 'contradicted'
  readonly facts: readonly Fact[]
  /** As the header says; absent if it cannot be read. */
  readonly package?: string
  readonly header?: string
  readonly sender?: AuthorityId
  /** `state` is absent where the evidence shows none. */
  readonly recipients: readonly { readonly authority: AuthorityId; readonly state?: PackageState }[]
}

type Details = Partial<Pick<Fact, 'statement' | 'data' | 'clocks' | 'attestors'>>

/** A fact with what is usually empty filled in. */
export const factOf = (
  fact: FactCode,
  standing: Standing,
  text: string,
  { statement, data = {}, clocks = {}, attestors }: Details = {},
): Fact => ({
  fact,
  standing,
  text,
  data,
  clocks,
  ...(statement !== undefined && { statement }),
  ...(attestors && { attestors }),
})
