/**
 * Access tokens: JWT (RFC 9068) bound to the officer's key (RFC 9449 §6.1), signed by the relay for
 * itself.
 *
 * @packageDocumentation
 */
import { z } from 'zod'
import { uuidV7 } from '../bytes/uuid-v7.js'
import { Role } from '../directory/officer-credential.js'
import { CryptoError } from '../errors.js'
import { AuthorityId, Kid, OfficerId } from '../fields/fields.js'
import type { SigningKey, VerificationKey } from '../keys/key.js'
import { Alg, Jti, NumericDate } from './claims.js'
import { checkJwtSignature, numericDate, readJwt, signJwt } from './jwt.js'

const shape = {
  header: z.strictObject({ typ: z.literal('at+jwt'), alg: Alg, kid: Kid }),
  claims: z.strictObject({
    iss: z.string().max(2048),
    aud: z.string().max(2048),
    sub: OfficerId,
    client_id: Kid,
    authority: AuthorityId,
    roles: z.array(Role).min(1).max(7),
    cnf: z.strictObject({ jkt: Kid }),
    /** Names the session; a token of an earlier version has none, and counts as one that has ended. */
    sid: Jti.optional(),
    jti: Jti,
    iat: NumericDate,
    exp: NumericDate,
  }),
}

/** Who a token speaks for. `kid` is the thumbprint of the key that it is bound to. */
export type TokenHolder = {
  readonly authority: AuthorityId
  readonly officer: OfficerId
  readonly kid: string
  readonly roles: Role[]
}

export type AccessToken = {
  readonly caller: TokenHolder
  /** The session that it belongs to. */
  readonly session: string
  readonly expires: Date
}

/** @param terms - `origin` of the relay, which is issuer and audience; `session` becomes `sid`. */
export async function issueAccessToken(
  { authority, officer, kid, roles }: TokenHolder,
  terms: {
    readonly key: SigningKey
    readonly origin: string
    readonly session: string
    readonly at: Date
    readonly expires: Date
  },
): Promise<string> {
  const { key, origin, session, at, expires } = terms
  const claims = {
    iss: origin,
    aud: origin,
    sub: officer,
    client_id: kid,
    authority,
    roles,
    cnf: { jkt: kid },
    sid: session,
    jti: uuidV7(at),
    iat: numericDate(at),
    exp: numericDate(expires),
  }
  return signJwt({ typ: 'at+jwt', kid: key.kid }, claims, key)
}

/**
 * Verifies a token of this relay. Whoever presents it must also prove to hold the key `caller.kid`.
 *
 * @throws {@link CryptoError} `access/malformed`, `access/key`, `access/signature`; `access/claims` if it
 *   is of another relay or bound to another key than its holder's; `access/expired`.
 */
export async function verifyAccessToken(
  token: string,
  expected: { readonly key: VerificationKey; readonly origin: string; readonly at: Date },
): Promise<AccessToken> {
  const { header, claims } = readJwt(token, shape)
  const { key, origin, at } = expected
  if (header.kid !== key.kid || header.alg !== key.alg) {
    throw new CryptoError('access/key', 'not signed by the key of this relay')
  }
  await checkJwtSignature(token, key)
  if (claims.iss !== origin || claims.aud !== origin || claims.cnf.jkt !== claims.client_id) {
    throw new CryptoError('access/claims', 'a token of another relay')
  }
  const expires = new Date(claims.exp * 1000)
  const { authority, sub: officer, client_id: kid, roles, sid: session } = claims
  if (at >= expires || session === undefined)
    throw new CryptoError('access/expired', 'the token has ended')
  return { caller: { authority, officer, kid, roles }, session, expires }
}
