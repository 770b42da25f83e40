/**
 * Nonces of a relay for what a security key signs: JWTs that only relays of this origin make and read, so that no touch is
 * made ahead of its time and nobody has to remember them.
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

/** From the moment that a page asks to when the touch has to be here: PIN, touch, passphrase, a slow line. */
const LIFETIME_SECONDS = 300

const shape = {
  header: z.strictObject({ typ: z.literal('nonce+jwt'), alg: Alg, kid: Kid }),
  claims: z.strictObject({ iss: z.string().max(2048), iat: NumericDate, jti: Jti }),
}

type Around<K> = {
  /** Of the relay, which signs its access tokens, too. */
  readonly key: K
  /** Of the relay. */
  readonly origin: string
  readonly at: Date
}

/** @returns compact JWS, opaque to whoever is given it. */
export const issueSignInNonce = ({ key, origin, at }: Around<SigningKey>): Promise<string> =>
  signJwt(
    { typ: 'nonce+jwt', kid: key.kid },
    { iss: origin, iat: numericDate(at), jti: uuidV7(at) },
    key,
  )

/**
 * Verifies that this relay has given out a nonce, within five minutes.
 *
 * @throws {@link CryptoError} `access/malformed`, `access/key`, `access/signature`; `access/claims` if it is of another
 *   relay; `access/stale`
 */
export async function verifySignInNonce(
  nonce: string,
  { key, origin, at }: Around<VerificationKey>,
): Promise<void> {
  const { header, claims } = readJwt(nonce, shape)
  if (header.kid !== key.kid || header.alg !== key.alg) {
    throw new CryptoError('access/key', 'not signed by the key of this relay')
  }
  await checkJwtSignature(nonce, key)
  if (claims.iss !== origin) throw new CryptoError('access/claims', 'a nonce of another relay')
  if (!isFresh(claims.iat, at, LIFETIME_SECONDS)) {
    throw new CryptoError('access/stale', 'a nonce of another time')
  }
}
