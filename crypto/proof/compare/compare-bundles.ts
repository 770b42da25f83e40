import type { TrustList } from '../../directory/trust-list.js'
import type { ProofBundle } from '../bundle.js'
import { attempt } from '../attempt.js'
import { compareAbsences } from './compare-absences.js'
import { compareEntries } from './compare-entries.js'
import { compareFacts } from './compare-facts.js'
import { compareHistories } from './compare-histories.js'
import { compareLogs } from './compare-logs.js'
import { type Comparison, type Finding, findingOf, type Side } from './comparison.js'
import type { Verdict } from '../fact.js'
import { judgeHistory } from '../history.js'
import { identifier } from '../identify.js'
import { logSigners } from '../log-signers.js'
import { readPieces } from '../pieces.js'
import { verifyBundle, type VerifyOptions } from '../verify-bundle.js'

/**
 * Holds two bundles against each other, such as those of the two sides of a package: what both prove,
 * what only one does, and where not both can be true, with the name of whoever signed both.
 *
 * Only signatures that hold under the trust list are held against each other: nobody is accused by what a
 * forger put into a bundle.
 *
 * @throws {@link CryptoError} as {@link verifyBundle}.
 */
export async function compareBundles(
  [first, second]: readonly [ProofBundle, ProofBundle],
  trust: TrustList,
  options: VerifyOptions = {},
): Promise<Comparison> {
  const a = await sideOf(first, trust, options)
  const b = await sideOf(second, trust, options)
  const findings = await findingsOf(a, b)
  return { outcome: outcomeOf(findings), findings, first: a.verdict, second: b.verdict }
}

async function sideOf(
  bundle: ProofBundle,
  trust: TrustList,
  options: VerifyOptions,
): Promise<Side> {
  const pieces = await readPieces(bundle)
  const identify = identifier(trust, bundle)
  const history = await judgeHistory(pieces, identify)
  const leaves = new Set(bundle.log?.leaves.map(({ digest }) => digest))
  const signers = await logSigners(trust, { pieces, history, identify, leaves, at: options.at })
  const held = await Promise.all(
    pieces.entries.map(async (piece) => ((await attempt(() => identify(piece))).ok ? [piece] : [])),
  )
  const verdict = await verifyBundle(bundle, trust, options)
  return { bundle, pieces, history, signers, verdict, entries: held.flat() }
}

async function findingsOf(a: Side, b: Side): Promise<readonly Finding[]> {
  const broken = [...falseIn(a, 'first'), ...falseIn(b, 'second')]
  const logs = [...compareEntries(a, b), ...(await compareLogs(a, b))]
  if (a.verdict.header !== b.verdict.header) return [...broken, headersOf(a, b), ...logs]
  return [
    ...broken,
    ...compareHistories(a, b),
    ...receiptsOf(a, b),
    ...manifestsOf(a, b),
    ...(await compareAbsences(a, b)),
    ...logs,
    ...compareFacts(a.verdict, b.verdict),
  ]
}

function outcomeOf(findings: readonly Finding[]): Comparison['outcome'] {
  if (findings.some(({ standing }) => standing === 'contradiction')) return 'contradict'
  return findings.every(({ standing }) => standing === 'both') ? 'agree' : 'differ'
}

function falseIn({ verdict }: Side, which: 'first' | 'second'): readonly Finding[] {
  const facts = verdict.facts.filter(({ standing }) => standing === 'contradicted')
  if (facts.length === 0) return []
  const codes = [...new Set(facts.map(({ fact }) => fact))].join(' ')
  const text = `The ${which} bundle is contradicted by itself (${codes}).`
  return [findingOf('bundle-false', 'contradiction', text, { data: { which, facts: codes } })]
}

/** Of different headers: another package, or two headers that the sender signed for one. */
function headersOf({ verdict: a }: Side, { verdict: b }: Side): Finding {
  const data = { first: a.header ?? '', second: b.header ?? '' }
  if (a.package !== b.package || a.sender !== b.sender) {
    const text =
      'The two bundles are about different packages: only their entries and logs can be compared.'
    return findingOf('package-differs', 'unshown', text, { data })
  }
  const sender = a.sender ?? ''
  const isSigned = [a, b].every(({ facts }) =>
    facts.some(({ fact, standing }) => fact === 'header-signed' && standing === 'proved'),
  )
  if (!isSigned) {
    const text = `The headers differ, and not both are shown to be signed by an officer of ${sender}.`
    return findingOf('headers-differ', 'unshown', text, { data })
  }
  const text = `Officers of ${sender} signed two different headers for the package ${a.package ?? ''}.`
  return findingOf('headers-differ', 'contradiction', text, { data, against: sender })
}

function receiptsOf({ verdict: a }: Side, { verdict: b }: Side): readonly Finding[] {
  const signed = ({ facts }: Verdict) =>
    facts.filter(({ fact, standing }) => fact === 'receipt-signed' && standing === 'proved')
  return signed(a).flatMap((one) => {
    const recipient = one.data['recipient'] ?? ''
    const other = signed(b).find(({ data }) => data['recipient'] === recipient)
    if (!other || other.statement === one.statement) return []
    const text = `Officers of ${recipient} signed two different receipts for this package.`
    const data = { recipient, first: one.statement ?? '', second: other.statement ?? '' }
    return [findingOf('receipts-differ', 'contradiction', text, { data, against: recipient })]
  })
}

/** The header commits to one manifest, so the bundle that tells of another is false by itself as well. */
function manifestsOf({ bundle: a, verdict }: Side, { bundle: b, verdict: other }: Side) {
  const [first, second] = [a.disclosure?.manifestDigest, b.disclosure?.manifestDigest]
  const isSame = verdict.header !== other.header || first === second
  if (isSame || first === undefined || second === undefined) return []
  const text = 'The two bundles tell of different manifests; the header commits to one at most.'
  return [findingOf('manifests-differ', 'contradiction', text, { data: { first, second } })]
}
