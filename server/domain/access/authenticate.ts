import { issueAccessToken } from '#crypto/access/access-token.js'
import { assertionKid, verifyClientAssertion } from '#crypto/access/client-assertion.js'
import { importVerificationKey } from '#crypto/keys/import-public.js'
import { endpoints } from '../../contract/endpoints.js'
import type { TokenReply } from '../../contract/wire.js'
import type { z } from 'zod'
import { checkProof, type ProofPorts } from './check-proof.js'
import { Refusal } from '../errors.js'
import type { KnownAuthorities } from '../directory/known-authorities.js'
import { officerInGoodStanding } from './officer-in-good-standing.js'
import { orUnauthenticated } from './or-unauthenticated.js'
import type { DirectoryStore } from '../ports.js'

type Ports = ProofPorts & {
  readonly directory: Pick<DirectoryStore, 'findCredential'>
  readonly authorities: KnownAuthorities
  /** Of an access token, in seconds. */
  readonly tokenLifetimeSeconds: number
}
export type Authenticate = ReturnType<typeof authenticate>

/**
 * Logs an officer in: a client assertion (RFC 7523 §2.2) signed by the officer's key, and a DPoP proof
 * (RFC 9449 §5) by the same key, for a short-lived access token bound to that key. No passwords.
 *
 * @param proof - the `DPoP` header's value.
 * @throws {@link Refusal} `unauthenticated`, `proof-stale`, `proof-replayed`, `credential-revoked`
 */
export function authenticate(ports: Ports) {
  const { relay, clock, replays, proofLifetimeSeconds, tokenLifetimeSeconds } = ports
  const audience = relay.origin + endpoints.issueToken.path

  return async ({
    assertion,
    proof,
  }: {
    readonly assertion: string
    readonly proof: string
  }): Promise<z.infer<typeof TokenReply>> => {
    const at = clock.now()
    const kid = await orUnauthenticated('assertion', () => assertionKid(assertion))
    const officer = await officerInGoodStanding(ports, kid, at)
    const key = await orUnauthenticated('credential', importVerificationKey(officer.payload.key))
    const { jti } = await orUnauthenticated(
      'assertion',
      verifyClientAssertion(assertion, {
        key,
        audience,
        at,
        lifetimeSeconds: proofLifetimeSeconds,
      }),
    )
    const { jkt } = await checkProof(ports, { proof, method: 'POST', url: audience })
    if (jkt !== kid) {
      throw new Refusal('unauthenticated', 'assertion and DPoP proof are made by different keys')
    }
    // Only what verifies is remembered: strangers cannot fill the guard's memory.
    if (!(await replays.firstUse(`assertion/${kid}/${jti}`, 2 * proofLifetimeSeconds))) {
      throw new Refusal('proof-replayed', 'this assertion was used before')
    }
    const { authority, officer: id, roles } = officer.payload
    const token = await issueAccessToken(
      { authority, officer: id, kid, roles },
      { key: relay.tokenKey, origin: relay.origin, at, lifetimeSeconds: tokenLifetimeSeconds },
    )
    return { access_token: token, token_type: 'DPoP', expires_in: tokenLifetimeSeconds }
  }
}
