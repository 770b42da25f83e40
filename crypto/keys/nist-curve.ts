import { fromBigEndian, mod } from './field.js'

/**
 * The curves of FIPS 186-5 / SP 800-186 §3.2.1: y² = x³ - 3x + b modulo p, n points, cofactor 1 (so
 * no point but infinity, which has no JWK, is of low order).
 */
export type NistCurve = {
  /** Octets of a coordinate and of each half of a signature. */
  readonly octets: number
  readonly p: bigint
  readonly b: bigint
  readonly n: bigint
}

export const NIST_CURVES = {
  'P-256': {
    octets: 32,
    p: 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
    n: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  },
  'P-384': {
    octets: 48,
    p: 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffffn,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
    n: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  },
} as const satisfies Record<string, NistCurve>

/** Whether two coordinates, each at its full width, name a point of the curve (SEC 1 §3.2.2.1). */
export function isOnNistCurve(curve: NistCurve, x: Uint8Array, y: Uint8Array): boolean {
  const { p, b, octets } = curve
  const [u, v] = [fromBigEndian(x), fromBigEndian(y)]
  if (x.length !== octets || y.length !== octets || u >= p || v >= p) return false
  return mod(v * v - (u * u * u - 3n * u + b), p) === 0n
}
