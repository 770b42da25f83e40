/**
 * One signature, one spelling: whoever did not sign must not be able to write a signature again in
 * other octets that still verify.
 *
 * @packageDocumentation
 */
import { concat } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import type { SignatureAlgorithm } from '../keys/algorithms.js'
import { isFormedEd25519 } from '../keys/curve25519.js'
import { fromBigEndian, fromLittleEndian } from '../keys/field.js'
import { NIST_CURVES, type NistCurve } from '../keys/nist-curve.js'

// The order of the prime subgroup of edwards25519 (RFC 8032 §5.1).
const L = 2n ** 252n + 27742317777372353535851937790883648493n

// RSA moduli from 3072 to 8192 bits. That the number is below the modulus is checked by every
// verification (RFC 8017 §5.2.2).
const RSA_OCTETS = { min: 384, max: 1024 }

/**
 * Checks the form of a signature, before it is verified.
 *
 * - Ed25519: 64 octets; S below L (RFC 8032 §5.1.7; S + L would verify where that is forgotten);
 *   R a canonical point, not of low order.
 * - ES256, ES384: R and S at full width (RFC 7518 §3.4), between 1 and n - 1, and S in the lower
 *   half: (R, n - S) verifies as (R, S) does.
 * - PS256: as long as an RSA modulus of our table.
 *
 * @throws {@link CryptoError} `statement/spelling`
 */
export function checkSignatureSpelling(alg: SignatureAlgorithm, signature: Uint8Array): void {
  if (!isOneSpelling(alg, signature)) {
    throw new CryptoError('statement/spelling', 'the signature is not in its one accepted form')
  }
}

function isOneSpelling(alg: SignatureAlgorithm, signature: Uint8Array): boolean {
  switch (alg) {
    case 'Ed25519':
      return isOneEd25519(signature)
    case 'ES256':
      return isOneEcdsa(NIST_CURVES['P-256'], signature)
    case 'ES384':
      return isOneEcdsa(NIST_CURVES['P-384'], signature)
    case 'PS256':
      return signature.length >= RSA_OCTETS.min && signature.length <= RSA_OCTETS.max
  }
}

const isOneEd25519 = (signature: Uint8Array): boolean =>
  signature.length === 64 &&
  fromLittleEndian(signature.subarray(32)) < L &&
  isFormedEd25519(signature.subarray(0, 32))

function isOneEcdsa({ octets, n }: NistCurve, signature: Uint8Array): boolean {
  const r = fromBigEndian(signature.subarray(0, octets))
  const s = fromBigEndian(signature.subarray(octets))
  return signature.length === 2 * octets && r > 0n && r < n && s > 0n && s <= n / 2n
}

/** Of the two signatures that ECDSA makes no difference between, the one with the lower S. */
export function lowerS(alg: SignatureAlgorithm, signature: Uint8Array): Uint8Array {
  if (alg !== 'ES256' && alg !== 'ES384') return signature
  const { octets, n } = NIST_CURVES[alg === 'ES256' ? 'P-256' : 'P-384']
  const s = fromBigEndian(signature.subarray(octets))
  return s <= n / 2n ? signature : concat(signature.subarray(0, octets), toBigEndian(n - s, octets))
}

/** A number at a fixed width, most significant octet first (SEC 1 §2.3.7). */
function toBigEndian(value: bigint, octets: number): Uint8Array {
  const out = new Uint8Array(octets)
  let rest = value
  for (let i = octets - 1; i >= 0; i--) {
    out[i] = Number(rest & 0xffn)
    rest >>= 8n
  }
  return out
}
