import { z } from 'zod'
import { fromBase64Url } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import { isHonestEd25519, isHonestX25519 } from './curve25519.js'
import { fromBigEndian } from './field.js'
import type { PublicJwk } from './key.js'
import { isOnNistCurve, NIST_CURVES } from './nist-curve.js'

const okp = { kty: z.literal('OKP'), crv: z.enum(['Ed25519', 'X25519']), x: z.string().length(43) }
const coordinate = z.string().max(64)
const ec = { kty: z.literal('EC'), crv: z.enum(['P-256', 'P-384']), x: coordinate, y: coordinate }
// 8192 bits: beyond that a verification costs more than any certificate is worth.
const rsaNumber = z.string().max(1366)
const rsa = { kty: z.literal('RSA'), n: rsaNumber, e: z.literal('AQAB') }

const OkpJwk = z.strictObject(okp)
const EcJwk = z.strictObject(ec)
const RsaJwk = z.strictObject(rsa)
const PublicShape = z.discriminatedUnion('kty', [OkpJwk, EcJwk, RsaJwk])

const secret = z.string().max(86)
const PrivateShape = z.discriminatedUnion('kty', [
  z.strictObject({ ...okp, d: z.string().length(43) }),
  z.strictObject({ ...ec, d: secret }),
  z.strictObject({
    ...rsa,
    d: rsaNumber,
    p: rsaNumber,
    q: rsaNumber,
    dp: rsaNumber,
    dq: rsaNumber,
    qi: rsaNumber,
  }),
])

const MIN_RSA_MODULUS = 2n ** 3071n

export type OkpPublicJwk = z.infer<typeof OkpJwk>
export type EcPublicJwk = z.infer<typeof EcJwk>
export type RsaPublicJwk = z.infer<typeof RsaJwk>
export type ReadJwk = (OkpPublicJwk | EcPublicJwk | RsaPublicJwk) & PublicJwk

/**
 * Reads a stranger's public JWK (RFC 7517): exactly the members of its RFC 7638 thumbprint, in the
 * one spelling of each, naming an honest point or a modulus that is long enough.
 *
 * A key with further members (`alg`, `use`, `d`, `x5u`, …) is refused rather than cleaned: whoever
 * sends a private key by mistake must hear of it.
 *
 * @throws {@link CryptoError} `keys/malformed` on a shape or spelling that is not ours, `keys/weak`
 *   on a point off its curve, not canonical or of low order, and on RSA below 3072 bits.
 */
export function readPublicJwk(jwk: unknown): ReadJwk {
  const shape = shapeOfPublicJwk(jwk)
  judge(shape)
  return shape
}

/**
 * The members of a stranger's public JWK, whose numbers nobody has looked at yet: good for finding a key
 * that was judged before, and for nothing else.
 *
 * @throws {@link CryptoError} `keys/malformed`
 */
export function shapeOfPublicJwk(jwk: unknown): ReadJwk {
  const shape = PublicShape.safeParse(jwk)
  if (!shape.success) throw new CryptoError('keys/malformed', 'not a public key of our table')
  return shape.data
}

/** A private JWK taken apart: its public half, judged, and the whole for WebCrypto. */
export type PrivateJwkParts = {
  readonly publicJwk: ReadJwk
  readonly privateJwk: z.infer<typeof PrivateShape>
}

/**
 * Reads a private JWK of ours; its public half is judged like any other.
 *
 * @throws {@link CryptoError} as {@link readPublicJwk}.
 */
export function readPrivateJwk(jwk: unknown): PrivateJwkParts {
  const shape = PrivateShape.safeParse(jwk)
  if (!shape.success) throw new CryptoError('keys/malformed', 'not a private key of our table')
  return { publicJwk: readPublicJwk(publicHalf(shape.data)), privateJwk: shape.data }
}

/** The members that the thumbprint covers, and nothing else. */
export function publicHalf(jwk: JsonWebKey): PublicJwk {
  const members = (['kty', 'crv', 'x', 'y', 'n', 'e'] as const).flatMap((name) =>
    jwk[name] === undefined ? [] : [[name, jwk[name]]],
  )
  return Object.fromEntries(members) as PublicJwk
}

function judge(jwk: z.infer<typeof PublicShape>): void {
  if (jwk.kty === 'RSA') judgeModulus(octets(jwk.n))
  else if (!isHonestPoint(jwk)) {
    throw new CryptoError('keys/weak', `not an honest point of ${jwk.crv}`)
  }
}

function isHonestPoint(jwk: OkpPublicJwk | EcPublicJwk): boolean {
  const x = octets(jwk.x)
  if (jwk.kty === 'EC') return isOnNistCurve(NIST_CURVES[jwk.crv], x, octets(jwk.y))
  return jwk.crv === 'Ed25519' ? isHonestEd25519(x) : isHonestX25519(x)
}

function judgeModulus(n: Uint8Array): void {
  // RFC 7518 §2: Base64urlUInt has the minimum number of octets.
  if (n[0] === 0) throw new CryptoError('keys/malformed', 'the modulus has leading zeros')
  const modulus = fromBigEndian(n)
  if (modulus < MIN_RSA_MODULUS || modulus % 2n === 0n) {
    throw new CryptoError('keys/weak', 'RSA needs an odd modulus of 3072 bits or more')
  }
}

function octets(text: string): Uint8Array {
  try {
    return fromBase64Url(text)
  } catch {
    throw new CryptoError('keys/malformed', 'a number of the key is not base64url')
  }
}
