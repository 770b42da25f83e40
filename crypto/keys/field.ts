import { toHex } from '../bytes/bytes.js'

/** Arithmetic on public points, to judge them before WebCrypto sees them. Never on secrets: BigInt takes as long as its values ask. */

/** The residue of a modulo m, never negative. */
export const mod = (a: bigint, m: bigint): bigint => ((a % m) + m) % m

/** Square and multiply. */
export function power(base: bigint, exponent: bigint, m: bigint): bigint {
  let result = 1n
  let square = mod(base, m)
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % m
    square = (square * square) % m
  }
  return result
}

/** Whether a has a square root modulo the odd prime p (Euler's criterion; zero has one). */
export const isSquare = (a: bigint, p: bigint): boolean => power(a, (p - 1n) / 2n, p) <= 1n

/** Octets read as an unsigned number, most significant first (SEC 1 §2.3.8). */
export const fromBigEndian = (bytes: Uint8Array): bigint => BigInt(`0x0${toHex(bytes)}`)

/** Octets read as an unsigned number, least significant first (RFC 7748 §5, RFC 8032 §5.1.3). */
export const fromLittleEndian = (bytes: Uint8Array): bigint => fromBigEndian(bytes.toReversed())
