import type { Absence } from '../../evidence/absence.js'
import type { ProofBundle } from '../bundle.js'
import type { Fact } from '../fact.js'
import type { History } from '../history.js'
import type { Pieces } from '../pieces.js'

/** What a bundle shows of the log: a leaf of it, and what the leaf is. */
export type Counter = {
  readonly what: 'receipt' | 'evidence'
  readonly code: string
  readonly digest: string
  readonly index: number
}

type Shown = {
  readonly log: ProofBundle['log']
  readonly pieces: Pieces
  readonly history: History
  /** Of the same bundle: which receipts bear a signature that holds. */
  readonly facts: readonly Fact[]
}

/**
 * Of what stands in the log by these leaves, whatever is a receipt of the recipient for that header, or
 * evidence about the recipient that the statement of absence does not list, in the order of the leaves. Only
 * signatures that hold count: what a relay logs that nobody signed is no receipt.
 */
export function againstAbsence(
  { header, recipient, evidence }: Absence,
  { log, pieces, history, facts }: Shown,
): readonly Counter[] {
  const listed = new Map(evidence.map((one) => [one.digest, one.index]))
  const signed = new Set(
    facts.flatMap(({ fact, standing, statement }) =>
      fact === 'receipt-signed' && standing !== 'contradicted' ? [statement] : [],
    ),
  )
  const receipts = pieces.receipts.flatMap(({ digest, claims }) =>
    claims.recipient === recipient && claims.header === header && signed.has(digest)
      ? [{ what: 'receipt' as const, code: claims.outcome, digest }]
      : [],
  )
  const stated = history.judged.flatMap(({ piece: { digest, claims }, outcome }) =>
    outcome?.ok &&
    claims.about === 'package' &&
    claims.recipient === recipient &&
    claims.header === header
      ? [{ what: 'evidence' as const, code: claims.code, digest }]
      : [],
  )
  const counters = new Map([...receipts, ...stated].map((one) => [one.digest, one]))
  return (log?.leaves ?? [])
    .flatMap(({ digest, index }) => {
      const counter = counters.get(digest)
      return counter && listed.get(digest) !== index ? [{ ...counter, index }] : []
    })
    .toSorted((a, b) => a.index - b.index)
}
