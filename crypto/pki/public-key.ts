/**
 * The keys that certificates may be of: RSA, and the curves P-256 and P-384.
 *
 * @packageDocumentation
 */
import { CryptoError } from '../errors.js'
import type { PublicJwk } from '../keys/key.js'
import { fieldsOf } from './der/fields.js'
import type { DerValue, Octets } from './der/read-der.js'
import { TAG } from './der/tag.js'
import { oidOf } from './der/values.js'
import { ecSpkiOf, readEcPublicKey } from './ec-public-key.js'
import { OID } from './oid.js'
import { readRsaPublicKey, rsaSpkiOf } from './rsa-public-key.js'

/**
 * Reads SubjectPublicKeyInfo.
 *
 * @throws {@link CryptoError} `pki/weak` for a key below the profile, as {@link readRsaPublicKey} and
 *   {@link readEcPublicKey} say, or of another kind; `pki/malformed` for another shape.
 */
export function readPublicKey(spki: DerValue): PublicJwk {
  const algorithm = fieldsOf(fieldsOf(spki, TAG.sequence).next(TAG.sequence), TAG.sequence)
  switch (oidOf(algorithm.any())) {
    case OID.rsaEncryption:
      return readRsaPublicKey(spki)
    case OID.ecPublicKey:
      return readEcPublicKey(spki)
    default:
      throw new CryptoError('pki/weak', 'a key that is neither RSA nor on P-256 or P-384')
  }
}

/** SubjectPublicKeyInfo of a key given as JWK. @throws {@link CryptoError} `pki/weak` for another kind. */
export const spkiOf = (jwk: PublicJwk): Octets =>
  jwk.kty === 'EC' ? ecSpkiOf(jwk) : rsaSpkiOf(jwk)

/** Whether two keys are one, member by member. */
export const isSameKey = (a: PublicJwk, b: PublicJwk): boolean =>
  a.kty === b.kty && a.n === b.n && a.crv === b.crv && a.x === b.x && a.y === b.y
