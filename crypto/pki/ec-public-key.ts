/**
 * SubjectPublicKeyInfo of elliptic-curve keys (RFC 5480 §2), to JWK and back.
 *
 * @packageDocumentation
 */
import { concat, fromBase64Url, toBase64Url } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import type { PublicJwk } from '../keys/key.js'
import { isOnNistCurve, NIST_CURVES } from '../keys/nist-curve.js'
import { fieldsOf } from './der/fields.js'
import { type DerValue, malformed, type Octets } from './der/read-der.js'
import { TAG } from './der/tag.js'
import { octetsOfBits, oidOf } from './der/values.js'
import { bitString, oid, sequence } from './der/write-der.js'
import { OID } from './oid.js'

const CURVES = { 'P-256': OID.p256, 'P-384': OID.p384 } as const
export type NistCurveName = keyof typeof CURVES

const UNCOMPRESSED = Uint8Array.of(4)

/** The curve that an OID names. @throws {@link CryptoError} `pki/weak` for any other. */
export function curveOf(parameters: DerValue): NistCurveName {
  // RFC 5480 §2.1.1: implicitCurve and specifiedCurve must not be used.
  const id = oidOf(parameters)
  if (id === CURVES['P-256']) return 'P-256'
  if (id === CURVES['P-384']) return 'P-384'
  throw new CryptoError('pki/weak', 'a key on a curve other than P-256 and P-384')
}

/**
 * Reads a key on P-256 or P-384, its point uncompressed (RFC 5480 §2.2; nobody here needs the other form).
 *
 * @throws {@link CryptoError} `pki/weak` for another curve, or a point that is not on it;
 *   `pki/malformed` for another shape.
 */
export function readEcPublicKey(spki: DerValue): PublicJwk {
  const info = fieldsOf(spki, TAG.sequence)
  const algorithm = fieldsOf(info.next(TAG.sequence), TAG.sequence)
  if (oidOf(algorithm.any()) !== OID.ecPublicKey) throw malformed('no elliptic-curve key')
  const crv = curveOf(algorithm.any())
  algorithm.end()
  const point = octetsOfBits(info.next(TAG.bitString))
  info.end()

  const { octets } = NIST_CURVES[crv]
  if (point[0] !== UNCOMPRESSED[0] || point.length !== 1 + 2 * octets) {
    throw malformed('a point that is not written uncompressed')
  }
  const [x, y] = [point.subarray(1, 1 + octets), point.subarray(1 + octets)]
  if (!isOnNistCurve(NIST_CURVES[crv], x, y)) {
    throw new CryptoError('pki/weak', 'a point that is not on its curve')
  }
  return { kty: 'EC', crv, x: toBase64Url(x), y: toBase64Url(y) }
}

/** SubjectPublicKeyInfo of a key on P-256 or P-384. @throws {@link CryptoError} `pki/weak` for another. */
export function ecSpkiOf({ crv, x, y }: PublicJwk): Octets {
  if ((crv !== 'P-256' && crv !== 'P-384') || x === undefined || y === undefined) {
    throw new CryptoError('pki/weak', 'an identity key on a curve other than P-256 and P-384')
  }
  const point = concat(UNCOMPRESSED, fromBase64Url(x), fromBase64Url(y))
  return sequence(sequence(oid(OID.ecPublicKey), oid(CURVES[crv])), bitString(point))
}
