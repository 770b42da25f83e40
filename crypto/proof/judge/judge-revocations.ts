import type { Revocation } from '../../directory/revocation.js'
import { verifyRevocation } from '../../directory/verify-revocation.js'
import type { VerifiedStatement } from '../../statement/verify-statement.js'
import { byEntry } from '../by-entry.js'
import type { History } from '../history.js'
import { type Identifier, laterOf } from '../identify.js'
import type { Flaw, Piece, Pieces } from '../pieces.js'
import { toldOf } from '../told-of.js'

/** A revocation, and when the package's relay was told of it, if its evidence (X.3) is there. */
export type KnownRevocation = {
  readonly revocation: VerifiedStatement<Revocation>
  readonly told: Date | undefined
}

/** Verifies the revocations of a bundle by any version of the authority's entry that can. */
export async function judgeRevocations(
  pieces: Pieces,
  identify: Identifier,
  history: History,
): Promise<{ readonly known: readonly KnownRevocation[]; readonly flaws: readonly Flaw[] }> {
  const known: KnownRevocation[] = []
  const flaws: Flaw[] = []
  for (const [index, piece] of pieces.revocations.entries()) {
    const vouchers = entriesFor(piece, pieces).map((entry) => ({
      piece: entry,
      at: laterOf(new Date(piece.claims.declared), new Date(entry.claims.validFrom)),
    }))
    const outcome = await byEntry(identify, vouchers, ({ entry }) =>
      verifyRevocation(piece.read, entry),
    )
    if (outcome?.ok)
      known.push({ revocation: outcome.value, told: toldOf('X.3', piece.digest, history) })
    else
      flaws.push({ where: `revocation ${index + 1}`, why: outcome?.error.code ?? 'directory/key' })
  }
  return { known, flaws }
}

const entriesFor = ({ kid, claims }: Piece<Revocation>, { entries }: Pieces) =>
  entries.filter(
    (entry) =>
      entry.claims.authority === claims.authority &&
      entry.claims.keys.some((key) => key.purpose === 'credentials' && key.kid === kid),
  )
