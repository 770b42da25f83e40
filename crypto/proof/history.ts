import type { Evidence, PackageEvidence } from '../evidence/evidence.js'
import { isAboutPackage, verifyEvidence } from '../evidence/verify-evidence.js'
import { verifyEvidenceChain } from '../evidence/verify-evidence-chain.js'
import type { VerifiedStatement } from '../statement/verify-statement.js'
import { attempt, type Outcome } from './attempt.js'
import { byEntry } from './by-entry.js'
import { type Identified, type Identifier, laterOf } from './identify.js'
import type { Piece, Pieces } from './pieces.js'

/** Evidence with what its verification came to; undefined if the relay's entry is not there. */
export type Judged = {
  readonly piece: Piece<Evidence>
  readonly outcome:
    Outcome<{ evidence: VerifiedStatement<Evidence>; relay: Identified }> | undefined
}

/** What the relay says, verified as far as it goes. */
export type History = {
  readonly judged: readonly Judged[]
  /** The steps of the package's history, if it is whole. Undefined without any evidence or relay. */
  readonly chain: Outcome<readonly PackageEvidence[]> | undefined
  /** Identified by the first evidence that holds. */
  readonly relay: Outcome<Identified> | undefined
  /** When the relay observed the submission. */
  readonly submitted: Date | undefined
}

/** Verifies all evidence of a bundle, and the order of what is about the package. */
export async function judgeHistory(pieces: Pieces, identify: Identifier): Promise<History> {
  const judged = await Promise.all(
    pieces.evidence.map(async (piece): Promise<Judged> => {
      return { piece, outcome: await judge(piece, pieces, identify) }
    }),
  )
  const links = judged.flatMap(({ outcome }) =>
    outcome?.ok && isAboutPackage(outcome.value.evidence) ? [outcome.value.evidence] : [],
  )
  links.sort((a, b) => a.payload.sequence - b.payload.sequence)
  const outcomes = judged.flatMap(({ outcome }) => (outcome ? [outcome] : []))
  const relay = outcomes.find(({ ok }) => ok) ?? outcomes[0]
  const [header] = pieces.headers
  const first = links.find(({ payload }) => payload.header === header?.digest)?.payload
  return {
    judged,
    chain: links.length > 0 ? await attempt(() => verifyEvidenceChain(links)) : undefined,
    relay: relay?.ok ? { ok: true, value: relay.value.relay } : relay,
    submitted: first?.sequence === 0 ? new Date(first.submitted) : undefined,
  }
}

function judge(piece: Piece<Evidence>, { entries }: Pieces, identify: Identifier) {
  const { issuer, time } = piece.claims
  const candidates = entries.filter(
    ({ claims }) =>
      claims.kind === 'relay' &&
      claims.authority === issuer &&
      claims.keys.some(({ kid }) => kid === piece.kid),
  )
  // A later version of the entry still speaks for the keys it keeps.
  const at = ({ claims }: (typeof entries)[number]) =>
    laterOf(new Date(time), new Date(claims.validFrom))
  return byEntry(
    identify,
    candidates.map((entry) => ({ piece: entry, at: at(entry) })),
    async (relay) => ({ evidence: await verifyEvidence(piece.statement, relay.entry), relay }),
  )
}
