import type { DirectoryEntry } from '../directory/entry.js'
import type { TrustList } from '../directory/trust-list.js'
import { type VerifiedEntry, verifyEntry } from '../directory/verify-entry.js'
import { CryptoError, type CryptoErrorCode } from '../errors.js'
import { attempt } from './attempt.js'
import type { Piece } from './pieces.js'

/** An entry that led to a root, and what revocation lists say of its certificates at that moment. */
export type Identified = { readonly entry: VerifiedEntry; readonly status: 'good' | 'unknown' }

/** Identifies entries at moments, each once. */
export type Identifier = (piece: Piece<DirectoryEntry>, at: Date) => Promise<Identified>

/** Refusals that depend on the moment: at another one the same entry may hold. */
const MOMENTARY: readonly CryptoErrorCode[] = ['pki/validity', 'pki/revoked', 'directory/entry']

/**
 * Makes an identifier over a trust list and the revocation lists of a bundle.
 *
 * That no list speaks of a moment is said, and refuses nothing: a list that tells of a revocation
 * before it does, and so does one in an issuer's name that the issuer did not sign.
 *
 * What is false at every moment is verified at one: hundreds of forged entries, asked for by
 * thousands of forged pieces of evidence, would be work that a stranger chooses.
 *
 * @throws (the identifier) {@link CryptoError} as {@link verifyEntry}.
 */
export function identifier(trust: TrustList, lists: readonly string[]): Identifier {
  const revocationLists = [...(trust.revocationLists ?? []), ...lists]
  const bare: TrustList = { roots: trust.roots, timestampRoots: trust.timestampRoots }
  const known = new Map<string, Promise<Identified>>()
  const broken = new Map<string, CryptoError>()

  async function identify({ statement, claims }: Piece<DirectoryEntry>, at: Date) {
    const expected = { kind: claims.kind, authority: claims.authority, at }
    const entry = await verifyEntry(statement, bare, expected)
    if (revocationLists.length === 0) return { entry, status: 'unknown' } as const
    const checked = await attempt(() =>
      verifyEntry(statement, { ...bare, revocationLists }, expected),
    )
    if (checked.ok) return { entry, status: 'good' } as const
    if (checked.error.code === 'pki/validity') return { entry, status: 'unknown' } as const
    throw checked.error
  }

  async function remember(piece: Piece<DirectoryEntry>, at: Date): Promise<Identified> {
    const outcome = await attempt(() => identify(piece, at))
    if (outcome.ok) return outcome.value
    if (!MOMENTARY.includes(outcome.error.code)) broken.set(piece.digest, outcome.error)
    throw outcome.error
  }

  return async (piece, at) => {
    const error = broken.get(piece.digest)
    if (error) throw error
    const name = `${piece.digest} ${at.getTime()}`
    const asked = known.get(name) ?? remember(piece, at)
    known.set(name, asked)
    return asked
  }
}

/** The later of two moments. */
export const laterOf = (a: Date, b: Date): Date => (a > b ? a : b)
