import { issueAccessToken } from '#crypto/access/access-token.js'
import { assertionKid, verifyClientAssertion } from '#crypto/access/client-assertion.js'
import type { SecurityKeyAssertion } from '#crypto/access/security-key-assertion.js'
import { endpoints } from '../../contract/endpoints.js'
import type { NamedSession } from '../../contract/session-wire.js'
import type { TokenReply } from '../../contract/wire.js'
import type { z } from 'zod'
import { type ProofPorts, readProof, useUpProof } from './check-proof.js'
import { demandTouch } from './demand-touch.js'
import { Refusal } from '../errors.js'
import type { KnownAuthorities } from '../directory/known-authorities.js'
import { officerInGoodStanding } from './officer-in-good-standing.js'
import { orUnauthenticated } from './or-unauthenticated.js'
import type { DirectoryStore } from '../ports.js'
import type { CarrySession } from '../sessions/carry-session.js'

type Ports = ProofPorts & {
  readonly directory: Pick<DirectoryStore, 'findCredential'>
  readonly authorities: KnownAuthorities
  readonly carrySession: CarrySession
}
export type Authenticate = ReturnType<typeof authenticate>

/**
 * Logs an officer in: a client assertion (RFC 7523 §2.2) signed by the officer's key, and a DPoP proof
 * (RFC 9449 §5) by the same key, for a short-lived access token bound to that key. No passwords.
 *
 * Both signatures are verified under the key that the proof brings along, before the directory is asked: whoever
 * does not hold a key gets one answer after the same work, whether the key is known, revoked or nobody's.
 *
 * @param proof - the `DPoP` header's value.
 * Whether a security key is demanded is asked after that, too. The first token of a session needs its touch.
 *
 * @param session - which session the token is to belong to; none: one of its own.
 * @throws {@link Refusal} `unauthenticated`, `proof-stale`, `proof-replayed`, `credential-revoked`,
 *   `session-ended`, `session-expired`, `security-key-required`, `security-key-refused`
 */
export function authenticate(ports: Ports) {
  const { relay, clock, replays, proofLifetimeSeconds, carrySession } = ports
  const audience = relay.origin + endpoints.issueToken.path

  return async ({
    assertion,
    proof,
    session: named,
    securityKey: given,
  }: {
    readonly assertion: string
    readonly proof: string
    readonly session?: NamedSession | undefined
    readonly securityKey?: SecurityKeyAssertion | undefined
  }): Promise<z.infer<typeof TokenReply>> => {
    const at = clock.now()
    const kid = await orUnauthenticated('assertion', () => assertionKid(assertion))
    const proved = await readProof(ports, { proof, method: 'POST', url: audience })
    if (proved.jkt !== kid) {
      throw new Refusal('unauthenticated', 'assertion and DPoP proof are made by different keys')
    }
    const expected = { key: proved.key, audience, at, lifetimeSeconds: proofLifetimeSeconds }
    const { jti } = await orUnauthenticated('assertion', verifyClientAssertion(assertion, expected))
    const { payload } = await officerInGoodStanding(ports, kid, at)
    // Only what officers sign is remembered: strangers cannot fill the guard's memory.
    await useUpProof(ports, proved)
    if (!(await replays.firstUse(`assertion/${kid}/${jti}`, 2 * proofLifetimeSeconds))) {
      throw new Refusal('proof-replayed', 'this assertion was used before')
    }
    const { authority, officer, roles, securityKeys: keys } = payload
    const demand = demandTouch({
      keys,
      given,
      kid,
      audience,
      at,
      origin: relay.origin,
      nonceKey: relay.tokenKey,
    })
    const session = await carrySession({ authority, officer, kid }, named, demand)
    const token = await issueAccessToken(
      { authority, officer, kid, roles },
      {
        key: relay.tokenKey,
        origin: relay.origin,
        session: session.id,
        at,
        expires: session.lasts,
      },
    )
    const seconds = Math.floor((session.lasts.getTime() - at.getTime()) / 1000)
    return { access_token: token, token_type: 'DPoP', expires_in: Math.max(1, seconds) }
  }
}
