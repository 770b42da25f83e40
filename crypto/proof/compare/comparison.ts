import type { ProofBundle } from '../bundle.js'
import type { Verdict } from '../fact.js'
import type { History } from '../history.js'
import type { LogSigners } from '../log-keys.js'
import type { Pieces } from '../pieces.js'

/** One of the two bundles, verified. */
export type Side = {
  readonly bundle: ProofBundle
  readonly verdict: Verdict
  readonly history: History
  readonly pieces: Pieces
  /** Those of the directory that lead to a root. */
  readonly entries: Pieces['entries']
  /** Whose keys may have signed its checkpoints. */
  readonly signers: LogSigners
}

/** What two bundles, held against each other, can show. */
export const findingMeanings = {
  'bundle-false': 'One bundle is contradicted by itself, whatever the other says.',
  'package-differs': 'The two bundles are about different packages.',
  'headers-differ': 'Two headers were signed for one package.',
  fact: 'Both prove it, or only one of them does.',
  claim: 'Neither proves it; both claim it, or only one of them does.',
  'evidence-agrees': 'Both hold the same history of the relay.',
  'evidence-longer': 'One holds the history of the other, and what came after.',
  'relays-differ': 'The two hold evidence of different relays.',
  'evidence-forked': 'The relay signed two histories of one package.',
  'entries-forked':
    'The directory showed each of the two another history of one authority’s entry.',
  'receipts-differ': 'The recipient signed two receipts for one package.',
  'absence-false': 'One shows in the log what the relay signed, in the other, not to be there.',
  'receipt-later': 'A receipt that one states to be absent came later, as the other shows.',
  'manifests-differ': 'The two tell of different manifests for one header.',
  'log-joined': 'The two checkpoints are shown to be of one log.',
  'log-unjoined': 'Neither shows that the larger tree of the log begins with the smaller one.',
  'logs-differ': 'The two bundles are of different logs, be it under one name.',
  'split-view': 'The log showed each of the two another history.',
} as const
export type FindingCode = keyof typeof findingMeanings

/** One thing that holding two bundles against each other shows. */
export type Finding = {
  readonly finding: FindingCode
  /**
   * - `both`: both prove it, or both claim it.
   * - `first`, `second`: only that one does; the other is silent, and does not say otherwise.
   * - `unshown`: neither shows whether they agree.
   * - `contradiction`: not both can be true.
   */
  readonly standing: 'both' | 'first' | 'second' | 'unshown' | 'contradiction'
  /** Who signed both sides of a contradiction: an authority, or a log by its origin. */
  readonly against?: string
  readonly text: string
  readonly data: Readonly<Record<string, string>>
}

export type Comparison = {
  /**
   * `contradict` if any finding is a contradiction; else `agree` if all that either proves both prove;
   * else `differ`.
   */
  readonly outcome: 'agree' | 'differ' | 'contradict'
  readonly findings: readonly Finding[]
  readonly first: Verdict
  readonly second: Verdict
}

/** A finding with what is usually empty filled in. */
export const findingOf = (
  finding: FindingCode,
  standing: Finding['standing'],
  text: string,
  { data = {}, against }: Partial<Pick<Finding, 'data' | 'against'>> = {},
): Finding => ({
  finding,
  standing,
  text,
  data,
  ...(against !== undefined && { against }),
})
