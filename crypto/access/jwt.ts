/**
 * JSON Web Tokens (RFC 7519) for access to a relay: short-lived, never kept, never logged. They are no
 * statements; a second spelling of one proves nothing to anybody, since its `jti` is used up.
 *
 * @packageDocumentation
 */
import type { ZodType } from 'zod'
import { fromBase64Url, fromUtf8, toBase64Url, toUtf8 } from '../bytes/bytes.js'
import { canonicalize } from '../canonical/canonicalize.js'
import { parseJson } from '../canonical/parse-json.js'
import { CryptoError } from '../errors.js'
import { SIGNATURES } from '../keys/algorithms.js'
import { isSigned } from '../keys/is-signed.js'
import type { SigningKey, VerificationKey } from '../keys/key.js'

/** Characters of a whole token: what a request header carries with ease. */
export const MAX_JWT_LENGTH = 4096
const BOUNDS = { maxBytes: MAX_JWT_LENGTH, maxDepth: 4 }

/** What a token says of itself. Nothing of it is proved. */
export type UnverifiedJwt<H, P> = { readonly header: H; readonly claims: P }
export type JwtShape<H, P> = { readonly header: ZodType<H>; readonly claims: ZodType<P> }

/**
 * Reads a token without its key: three parts, bounded JSON with one meaning, exactly the members of the
 * schemas.
 *
 * @throws {@link CryptoError} `access/malformed`
 */
export function readJwt<H, P>(token: string, shape: JwtShape<H, P>): UnverifiedJwt<H, P> {
  const parts = token.length > MAX_JWT_LENGTH ? [] : token.split('.')
  const [header, claims] = parts
  if (parts.length !== 3 || header === undefined || claims === undefined) throw malformed()
  return { header: read(header, shape.header), claims: read(claims, shape.claims) }
}

/**
 * Checks the signature under one key, with that key's own algorithm, which whoever asks has found in the header.
 *
 * @param token - as {@link readJwt} has read it.
 * @throws {@link CryptoError} `access/signature`
 */
export async function checkJwtSignature(token: string, key: VerificationKey): Promise<void> {
  const signature = signatureIn(token)
  if (signature === undefined || !(await isSigned(token, signature, key))) {
    throw new CryptoError('access/signature', 'the signature does not hold')
  }
}

function signatureIn(token: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return fromBase64Url(token.slice(token.lastIndexOf('.') + 1))
  } catch {
    return undefined
  }
}

/** Signs a token; `alg` is the key's. */
export async function signJwt(header: object, claims: object, key: SigningKey): Promise<string> {
  const input = `${encode({ ...header, alg: key.alg })}.${encode(claims)}`
  const signature = await crypto.subtle.sign(
    SIGNATURES[key.alg].signing,
    key.privateKey,
    toUtf8(input),
  )
  return `${input}.${toBase64Url(new Uint8Array(signature))}`
}

/** NumericDate (RFC 7519 §2), whole seconds. */
export const numericDate = (at: Date): number => Math.floor(at.getTime() / 1000)

const encode = (value: object): string => toBase64Url(toUtf8(canonicalize(value)))

function read<T>(part: string, schema: ZodType<T>): T {
  const shape = schema.safeParse(parsed(part))
  if (!shape.success) throw malformed()
  return shape.data
}

function parsed(part: string): unknown {
  try {
    return parseJson(fromUtf8(fromBase64Url(part)), BOUNDS)
  } catch {
    throw malformed()
  }
}

const malformed = () => new CryptoError('access/malformed', 'not a token of this kind')
