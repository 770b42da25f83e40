/**
 * SubjectPublicKeyInfo of RSA keys (RFC 3279 §2.3.1), to JWK and back.
 *
 * @packageDocumentation
 */
import { fromBase64Url, fromHex, toBase64Url, toHex } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import type { PublicJwk } from '../keys/key.js'
import { fieldsOf } from './der/fields.js'
import { type DerValue, malformed, type Octets, readDer } from './der/read-der.js'
import { oidOf, octetsOfBits, unsignedHexOf } from './der/values.js'
import { TAG } from './der/tag.js'
import { bitString, NULL, oid, sequence, unsignedInteger } from './der/write-der.js'
import { OID } from './oid.js'

const MIN_BITS = 3072
// An upper bound too: a certificate must not choose how long its verification takes.
const MAX_BITS = 8192
const F4 = '010001'

/**
 * Reads an RSA key strong enough for an identity: 3072 to 8192 bits, exponent 65537.
 *
 * @throws {@link CryptoError} `pki/weak` for another algorithm, size or exponent;
 *   `pki/malformed` for another shape.
 */
export function readRsaPublicKey(spki: DerValue): PublicJwk {
  const info = fieldsOf(spki, TAG.sequence)
  const algorithm = fieldsOf(info.next(TAG.sequence), TAG.sequence)
  if (oidOf(algorithm.any()) !== OID.rsaEncryption) {
    throw new CryptoError('pki/weak', 'an identity key that is not RSA')
  }
  if (algorithm.next(TAG.null).content.length > 0) throw malformed('a NULL with content')
  algorithm.end()
  const bits = octetsOfBits(info.next(TAG.bitString))
  info.end()

  const key = fieldsOf(readDer(bits, 2048), TAG.sequence)
  const modulus = unsignedHexOf(key.next(TAG.integer), 2 * (MAX_BITS / 8))
  const exponent = unsignedHexOf(key.next(TAG.integer), 8)
  key.end()

  const size = bitLength(modulus)
  if (size < MIN_BITS || size > MAX_BITS) {
    throw new CryptoError('pki/weak', `an RSA key of ${size} bits; from 3072 to 8192 are accepted`)
  }
  const isOdd = Number.parseInt(modulus.slice(-1), 16) % 2 === 1
  if (exponent !== F4 || !isOdd) {
    throw new CryptoError('pki/weak', 'an RSA exponent other than 65537, or an even modulus')
  }
  return { kty: 'RSA', n: toBase64Url(fromHex(modulus)), e: 'AQAB' }
}

/** SubjectPublicKeyInfo of an RSA key given as JWK. */
export function rsaSpkiOf(jwk: PublicJwk): Octets {
  if (jwk.kty !== 'RSA' || jwk.n === undefined || jwk.e === undefined) {
    throw new CryptoError('pki/weak', 'an identity key that is not RSA')
  }
  const integer = (member: string) => unsignedInteger(toHex(fromBase64Url(member)))
  const key = sequence(integer(jwk.n), integer(jwk.e))
  return sequence(sequence(oid(OID.rsaEncryption), NULL), bitString(key))
}

// The first octet of a magnitude is never zero, except of zero itself.
const bitLength = (hex: string): number =>
  4 * hex.length - 8 + Number.parseInt(hex.slice(0, 2), 16).toString(2).length
