import { isInForce } from '../directory/in-force.js'
import type { AuthorityId } from '../fields/fields.js'
import type { KnownVersion } from './entry-versions.js'
import { laterOf } from './identify.js'
import type { Piece } from './pieces.js'

/**
 * Whether a relay had left an `evidence` key out of its entry, or ended it, by a moment: the last version begun then that
 * vouches by the key, for the time that the statement tells, is followed by another.
 *
 * @param versions - of relays' entries, verified.
 */
export function isSuperseded(
  { kid, claims: { issuer, time } }: Pick<ByRelay, 'kid' | 'claims'>,
  versions: readonly KnownVersion[],
  by: Date,
): boolean {
  const at = new Date(time)
  const begun = versions.filter(
    ({ claims }) => claims.authority === issuer && new Date(claims.validFrom) <= by,
  )
  const vouching = begun.filter(
    ({ claims: { validFrom, validTo, keys } }) =>
      isInForce(validFrom, validTo, laterOf(at, new Date(validFrom))) &&
      keys.some(
        (key) =>
          key.purpose === 'evidence' &&
          key.kid === kid &&
          isInForce(key.notBefore, key.notAfter, at),
      ),
  )
  if (vouching.length === 0) return false
  const last = Math.max(...vouching.map(({ claims }) => claims.version))
  return begun.some(({ claims }) => claims.version > last)
}

type ByRelay = Piece<{ readonly issuer: AuthorityId; readonly time: string }>
