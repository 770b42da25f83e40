import type { DirectoryEntry } from '../directory/entry.js'
import { anchorsOf, type TrustList } from '../directory/trust-list.js'
import {
  type CertifiedEntry,
  certifyEntry,
  requireEntryAt,
  type VerifiedEntry,
} from '../directory/verify-entry.js'
import type { ProofBundle } from './bundle.js'
import { attempt, type Outcome } from './attempt.js'
import type { Piece } from './pieces.js'

/**
 * An entry that led to a root, and what revocation lists and OCSP responses say of its certificates at that moment:
 * `revoked-afterwards` where one was revoked with effect from before, and no list had said so yet.
 */
export type Identified = {
  readonly entry: VerifiedEntry
  readonly status: 'good' | 'unknown' | 'revoked-afterwards'
}

/**
 * Identifies entries at moments. Without a moment it is the first at which an entry and its certificate
 * are both in force.
 */
export type Identifier = (piece: Piece<DirectoryEntry>, at?: Date) => Promise<Identified>

/**
 * Makes an identifier over a trust list and what a bundle holds of revocation lists and OCSP responses.
 *
 * That nothing speaks of a moment is said, and refuses nothing: what tells of a revocation before it
 * does, and so does a list or an answer in an issuer's name that the issuer did not sign. A revocation that was
 * published only after the moment refuses nothing either: it is said, and what rests on it is doubted.
 *
 * The signatures of an entry and of its chain are verified once, however many moments are asked for:
 * hundreds of entries at thousands of moments would be work that a stranger chooses.
 *
 * @throws (the identifier) {@link CryptoError} as `verifyEntry`.
 */
export function identifier(
  trust: TrustList,
  bundle: Pick<ProofBundle, 'revocationLists' | 'ocspResponses'>,
): Identifier {
  const ocspResponses = [...(trust.ocspResponses ?? []), ...(bundle.ocspResponses ?? [])]
  const revocationLists = [...(trust.revocationLists ?? []), ...bundle.revocationLists]
  // Demanded, to learn whether it is known: that it is not is said below, and refuses nothing.
  const status = {
    revocationLists,
    ocspResponses,
    statusRoots: anchorsOf(trust).roots.map(({ fingerprint }) => fingerprint),
  }
  const known = new Map<string, Promise<Outcome<CertifiedEntry>>>()

  function certify({ read, digest, claims }: Piece<DirectoryEntry>) {
    const asked = known.get(digest) ?? attempt(() => certifyEntry(read, trust, claims))
    known.set(digest, asked)
    return asked
  }

  return async (piece, moment) => {
    const certified = await certify(piece)
    if (!certified.ok) throw certified.error
    const { entry } = certified.value
    const { validFrom } = entry.payload
    const at = moment ?? laterOf(new Date(validFrom), entry.certificate.notBefore)
    await requireEntryAt(certified.value, at)
    if (revocationLists.length + ocspResponses.length === 0) return { entry, status: 'unknown' }
    const checked = await attempt(() => requireEntryAt(certified.value, at, status))
    if (checked.ok) return { entry, status: 'good' }
    if (checked.error.code === 'pki/validity') return { entry, status: 'unknown' }
    if (checked.error.code !== 'pki/revoked') throw checked.error
    const asked = { ...status, publishedOnly: true }
    const published = await attempt(() => requireEntryAt(certified.value, at, asked))
    if (!published.ok && published.error.code !== 'pki/validity') throw published.error
    return { entry, status: 'revoked-afterwards' }
  }
}

/** The later of two moments. */
export const laterOf = (a: Date, b: Date): Date => (a > b ? a : b)
