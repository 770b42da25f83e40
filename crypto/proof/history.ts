import type { Evidence, PackageEvidence } from '../evidence/evidence.js'
import { isAboutPackage, verifyEvidence } from '../evidence/verify-evidence.js'
import { verifyEvidenceChain } from '../evidence/verify-evidence-chain.js'
import type { VerifiedStatement } from '../statement/verify-statement.js'
import type { AuthorityId } from '../fields/fields.js'
import { attempt, type Outcome } from './attempt.js'
import { byEntry, type Voucher } from './by-entry.js'
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
  /**
   * Identified by the first evidence about this package that holds. Evidence about the directory may be of
   * another relay, whose log and clock are not this package's: it counts only where there is no other.
   */
  readonly relay: Outcome<Identified> | undefined
  /** Who says to be that relay. */
  readonly issuer: AuthorityId | undefined
  /** Of the key that signed what it is identified by. */
  readonly kid: string | undefined
  /** When the relay observed the submission. */
  readonly submitted: Date | undefined
  /** Digest of the evidence that says so. */
  readonly submission: string | undefined
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
  const [header] = pieces.headers
  const own = judged.filter(
    ({ piece: { claims } }) => claims.about === 'package' && claims.header === header?.digest,
  )
  const telling = own.length > 0 ? own : judged
  const outcomes = telling.flatMap(({ outcome }) => (outcome ? [outcome] : []))
  const speaking = telling.find(({ outcome }) => outcome?.ok) ?? telling[0]
  const relay = speaking?.outcome ?? outcomes[0]
  const first = links.find(({ payload }) => payload.header === header?.digest)
  return {
    judged,
    chain: links.length > 0 ? await attempt(() => verifyEvidenceChain(links)) : undefined,
    relay: relay?.ok ? { ok: true, value: relay.value.relay } : relay,
    issuer: speaking?.piece.claims.issuer,
    kid: speaking?.piece.kid,
    ...(first?.payload.sequence === 0
      ? { submitted: new Date(first.payload.submitted), submission: first.digest }
      : { submitted: undefined, submission: undefined }),
  }
}

function judge(piece: Piece<Evidence>, { entries }: Pieces, identify: Identifier) {
  return byEntry(identify, relayVouchers(piece, entries), async (relay) => ({
    evidence: await verifyEvidence(piece.read, relay.entry),
    relay,
  }))
}

type ByRelay = Pick<
  Piece<{ readonly issuer: AuthorityId; readonly time: string }>,
  'kid' | 'claims'
>

/** The entries that may vouch for what a relay signed. */
export function relayVouchers(
  { kid, claims: { issuer, time } }: ByRelay,
  entries: Pieces['entries'],
): readonly Voucher[] {
  const candidates = entries.filter(
    ({ claims }) =>
      claims.kind === 'relay' &&
      claims.authority === issuer &&
      claims.keys.some((key) => key.kid === kid),
  )
  // A later version of the entry still speaks for the keys it keeps.
  return candidates.map((piece) => ({
    piece,
    at: laterOf(new Date(time), new Date(piece.claims.validFrom)),
  }))
}
