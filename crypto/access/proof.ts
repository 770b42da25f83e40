/**
 * DPoP proofs (RFC 9449): whoever holds an access token also holds the key that it is bound to.
 *
 * @packageDocumentation
 */
import { z } from 'zod'
import { toBase64Url } from '../bytes/bytes.js'
import { sha256 } from '../bytes/sha256.js'
import { uuidV7 } from '../bytes/uuid-v7.js'
import { CryptoError } from '../errors.js'
import { PublicJwk } from '../fields/fields.js'
import { importVerificationKey } from '../keys/import-public.js'
import type { SigningKey, VerificationKey } from '../keys/key.js'
import { Alg, isFresh, Jti, NumericDate } from './claims.js'
import { checkJwtSignature, numericDate, readJwt, signJwt } from './jwt.js'

const shape = {
  header: z.strictObject({ typ: z.literal('dpop+jwt'), alg: Alg, jwk: PublicJwk }),
  claims: z.strictObject({
    jti: Jti,
    htm: z.string().max(16),
    htu: z.string().max(2048),
    iat: NumericDate,
    ath: z.string().max(64).optional(),
  }),
}

export type ProofClaims = {
  readonly key: SigningKey
  /** HTTP method of the request, in capitals. */
  readonly method: string
  /** Address of the request; query and fragment are left out. */
  readonly url: string
  readonly at: Date
  /** The access token that is sent along, if any. */
  readonly token?: string
}

/** Makes a proof for one request (RFC 9449 §4.2). It is good once. */
export async function signProof({ key, method, url, at, token }: ProofClaims): Promise<string> {
  const header = { typ: 'dpop+jwt', jwk: key.jwk }
  const claims = {
    jti: uuidV7(at),
    htm: method,
    htu: withoutQuery(url),
    iat: numericDate(at),
    ...(token === undefined ? {} : { ath: await tokenHash(token) }),
  }
  return signJwt(header, claims, key)
}

export type ExpectedProof = {
  readonly method: string
  readonly url: string
  readonly at: Date
  /** How far `iat` may lie from `at`, before or after. */
  readonly lifetimeSeconds: number
  /** When given, the proof must be bound to it; when not, it must be bound to none. */
  readonly token?: string
}

export type VerifiedProof = {
  /** RFC 7638 thumbprint of the key that made it. */
  readonly jkt: string
  /** Used up by this proof: remember it for twice the lifetime. */
  readonly jti: string
  readonly key: VerificationKey
}

/**
 * Verifies a proof as RFC 9449 §4.3 lists it, save that it was never seen before (item 12), which only
 * the caller can know.
 *
 * @throws {@link CryptoError} `access/malformed`; `access/key` if the key is none of the table or not
 *   of that algorithm; `access/signature`; `access/claims` if it is for another request or token;
 *   `access/stale` if it was made too long ago, or ahead of time.
 */
export async function verifyProof(proof: string, expected: ExpectedProof): Promise<VerifiedProof> {
  const { header, claims } = readJwt(proof, shape)
  const key = await importKey(header.jwk)
  if (key.alg !== header.alg) {
    throw new CryptoError('access/key', 'the key makes other signatures than the proof says')
  }
  await checkJwtSignature(proof, key)
  if (claims.htm !== expected.method) throw wrong('another method')
  if (withoutQuery(claims.htu) !== withoutQuery(expected.url)) throw wrong('another address')
  const ath = expected.token === undefined ? undefined : await tokenHash(expected.token)
  if (claims.ath !== ath) throw wrong('another access token')
  if (!isFresh(claims.iat, expected.at, expected.lifetimeSeconds)) {
    throw new CryptoError('access/stale', 'the proof was made too long ago, or ahead of time')
  }
  return { jkt: key.kid, jti: claims.jti, key }
}

async function importKey(jwk: z.infer<typeof PublicJwk>): Promise<VerificationKey> {
  try {
    return await importVerificationKey(jwk)
  } catch {
    throw new CryptoError('access/key', 'the proof carries a key that is not acceptable')
  }
}

/** `ath`: SHA-256 of the token's ASCII octets (RFC 9449 §4.2). */
const tokenHash = async (token: string): Promise<string> => toBase64Url(await sha256(token))

/** RFC 9449 §4.3 item 9 with the normalisation of RFC 3986 §6.2.2, which is that of URL. */
function withoutQuery(address: string): string {
  if (!URL.canParse(address)) throw wrong('what is no address')
  const url = new URL(address)
  url.search = ''
  url.hash = ''
  return url.href
}

const wrong = (what: string) => new CryptoError('access/claims', `the proof is for ${what}`)
