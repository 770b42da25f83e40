/**
 * Client assertions (RFC 7523 §2.2): an officer logs in by signing with the key of their credential.
 *
 * @packageDocumentation
 */
import { z } from 'zod'
import { uuidV7 } from '../bytes/uuid-v7.js'
import { CryptoError } from '../errors.js'
import { Kid } from '../fields/fields.js'
import type { SigningKey, VerificationKey } from '../keys/key.js'
import { Alg, isFresh, Jti, NumericDate } from './claims.js'
import { checkJwtSignature, numericDate, readJwt, signJwt } from './jwt.js'

/** draft-ietf-oauth-rfc7523bis §4: explicitly typed, so that no other JWT passes for one. */
const TYP = 'client-authentication+jwt'
const LIFETIME_SECONDS = 60

const shape = {
  header: z.strictObject({ typ: z.literal(TYP), alg: Alg, kid: Kid }),
  claims: z.strictObject({
    iss: Kid,
    sub: Kid,
    aud: z.string().max(2048),
    jti: Jti,
    iat: NumericDate,
    exp: NumericDate,
  }),
}

/** @param audience - address of the token endpoint, which alone may take it. */
export async function signClientAssertion({
  key,
  audience,
  at,
}: {
  readonly key: SigningKey
  readonly audience: string
  readonly at: Date
}): Promise<string> {
  const iat = numericDate(at)
  const { kid } = key
  return signJwt(
    { typ: TYP, kid },
    { iss: kid, sub: kid, aud: audience, jti: uuidV7(at), iat, exp: iat + LIFETIME_SECONDS },
    key,
  )
}

/**
 * Whose key is said to have signed it. Proved by {@link verifyClientAssertion} only.
 *
 * @throws {@link CryptoError} `access/malformed`
 */
export const assertionKid = (assertion: string): string => readJwt(assertion, shape).header.kid

/**
 * Verifies an assertion under the officer's key, save that it was never seen before.
 *
 * @param expected - `lifetimeSeconds` is how far `iat` may lie from `at`, before or after.
 * @returns its `jti`, used up by this: remember it for twice the lifetime.
 * @throws {@link CryptoError} `access/malformed`, `access/key`, `access/signature`; `access/claims` if
 *   it is for another audience or lives too long; `access/stale`.
 */
export async function verifyClientAssertion(
  assertion: string,
  expected: {
    readonly key: VerificationKey
    readonly audience: string
    readonly at: Date
    readonly lifetimeSeconds: number
  },
): Promise<{ readonly kid: string; readonly jti: string }> {
  const { header, claims } = readJwt(assertion, shape)
  const { key, audience, at, lifetimeSeconds } = expected
  if (header.kid !== key.kid || header.alg !== key.alg) {
    throw new CryptoError('access/key', 'the assertion names another key')
  }
  await checkJwtSignature(assertion, key)
  if (claims.iss !== key.kid || claims.sub !== key.kid) throw wrong('it speaks for another key')
  if (claims.aud !== audience) throw wrong('it is for another audience')
  if (claims.exp <= claims.iat || claims.exp - claims.iat > LIFETIME_SECONDS) {
    throw wrong('it lives too long, or not at all')
  }
  if (!isFresh(claims.iat, at, lifetimeSeconds) || at.getTime() / 1000 > claims.exp) {
    throw new CryptoError('access/stale', 'the assertion has ended, or has not begun')
  }
  return { kid: key.kid, jti: claims.jti }
}

const wrong = (message: string) => new CryptoError('access/claims', message)
