import type { DirectoryEntry } from '../directory/entry.js'
import { isInForce } from '../directory/in-force.js'
import type { AuthorityId } from '../fields/fields.js'
import { attempt } from './attempt.js'
import type { History } from './history.js'
import type { Identifier } from './identify.js'
import type { Pieces } from './pieces.js'
import { toldOf } from './told-of.js'

/** A version of an entry, and when the package's relay was told of it, if its evidence (X.1) is there. */
export type KnownVersion = {
  readonly digest: string
  readonly claims: DirectoryEntry
  readonly told: Date | undefined
}

/** The versions of authorities' or of relays' entries that lead to a root. */
export async function knownVersions(
  kind: DirectoryEntry['kind'],
  { entries }: Pieces,
  identify: Identifier,
  history: History,
): Promise<readonly KnownVersion[]> {
  const known = entries.map(async (piece): Promise<KnownVersion[]> => {
    const { digest, claims } = piece
    if (claims.kind !== kind || !(await attempt(() => identify(piece))).ok) return []
    return [{ digest, claims, told: toldOf('X.1', digest, history) }]
  })
  return (await Promise.all(known)).flat()
}

/**
 * The versions by which an authority has taken back a `credentials` key: those that had begun at a moment and follow
 * the last one that vouched by it then. A version says only for how long a key was meant to serve; that it was stolen,
 * or lost, the next one says by leaving it out, or by ending it.
 */
export function withdrawing(
  versions: readonly KnownVersion[],
  { authority, kid }: { readonly authority: AuthorityId; readonly kid: string },
  at: Date,
): readonly KnownVersion[] {
  const begun = begunBy(versions, authority, at)
  const vouching = begun.filter(({ claims }) => vouches(claims, kid, at))
  const last = Math.max(...vouching.map(({ claims }) => claims.version))
  return begun.filter(({ claims }) => claims.version > last)
}

/**
 * How many approvals an authority demanded at a moment, by its newest version then of which the relay may have known.
 */
export function demandedAt(
  versions: readonly KnownVersion[],
  authority: AuthorityId,
  at: Date,
): number {
  const known = begunBy(versions, authority, at).filter(({ told }) => !told || told <= at)
  const newest = Math.max(...known.map(({ claims }) => claims.version))
  return Math.max(
    0,
    ...known.flatMap(({ claims: { version, policy } }) =>
      version === newest ? [policy.approvals] : [],
    ),
  )
}

const begunBy = (versions: readonly KnownVersion[], authority: AuthorityId, at: Date) =>
  versions.filter(
    ({ claims }) => claims.authority === authority && new Date(claims.validFrom) <= at,
  )

const vouches = ({ validFrom, validTo, keys }: DirectoryEntry, voucher: string, at: Date) =>
  isInForce(validFrom, validTo, at) &&
  keys.some(
    ({ purpose, kid, notBefore, notAfter }) =>
      purpose === 'credentials' && kid === voucher && isInForce(notBefore, notAfter, at),
  )
