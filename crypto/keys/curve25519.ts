/**
 * Which octets are honest points of Curve25519 (RFC 7748) and edwards25519 (RFC 8032).
 *
 * RFC 7748 §5 masks bits and reduces non-canonical numbers, so several keys would have one secret;
 * points of low order make a shared secret that anybody knows, and signatures that verify for every
 * message. All are refused here, whatever the platform's WebCrypto does.
 *
 * @packageDocumentation
 */
import { fromLittleEndian, isSquare, mod, power } from './field.js'

const P = 2n ** 255n - 19n
const SIGN = 2n ** 255n

// The u-coordinates of the points of order 1, 2, 4 and 8 on Curve25519 and on its twist,
// from https://cr.yp.to/ecdh.html#validate: 0, 1, two of order 8, and p - 1.
const LOW_ORDER_U = new Set([
  0n,
  1n,
  325606250916557431795983626356110631294008115727848805560023387167927233504n,
  39382357235489614581723060781553021112529911719440698176882885853963445705823n,
  P - 1n,
])

/** Whether 32 octets are a canonical X25519 public key that is not of low order. */
export function isHonestX25519(x: Uint8Array): boolean {
  const u = fromLittleEndian(x)
  return x.length === 32 && u < P && !LOW_ORDER_U.has(u)
}

// edwards25519 (RFC 8032 §5.1): -x² + y² = 1 + d x² y².
const D = mod(-121665n * power(121666n, P - 2n, P), P)

// The y-coordinates of the eight points of low order: 1 (order 1), p - 1 (order 2), 0 (order 4),
// and ± one value (order 8). Eight encodings with both signs of x; two more spellings of y, p and
// p + 1, and the wrong sign of x = 0, fall to the canonical form.
const ORDER_8_Y = 2707385501144840649318225287225658788936804267575313519463743609750303402022n
const LOW_ORDER_Y = new Set([0n, 1n, P - 1n, ORDER_8_Y, P - ORDER_8_Y])

/**
 * Whether 32 octets have the form of a point of edwards25519: a canonical y that is not of low
 * order. Cheap, and enough for the R of a signature: verification computes R and compares octets.
 */
export function isFormedEd25519(encoded: Uint8Array): boolean {
  const y = fromLittleEndian(encoded) % SIGN
  return encoded.length === 32 && y < P && !LOW_ORDER_Y.has(y)
}

/** Whether 32 octets are the canonical encoding of a point of edwards25519 that is not of low order. */
export function isHonestEd25519(encoded: Uint8Array): boolean {
  const y = fromLittleEndian(encoded) % SIGN
  const y2 = mod(y * y, P)
  // x² = (y² - 1) / (d y² + 1) has a root iff the product of both has (RFC 8032 §5.1.3): the
  // quotient is the product divided by a square.
  return isFormedEd25519(encoded) && isSquare((y2 - 1n) * (D * y2 + 1n), P)
}
