import { verifyProof } from '#crypto/access/proof.js'
import { Refusal } from '../errors.js'
import { orUnauthenticated } from './or-unauthenticated.js'
import type { Clock, ReplayGuard } from '../ports.js'
import type { RelayIdentity } from '../relay-identity.js'

export type ProofPorts = {
  readonly relay: RelayIdentity
  readonly clock: Clock
  readonly replays: ReplayGuard
  /** How old a proof may be, and how far the maker's clock may be ahead, in seconds. */
  readonly proofLifetimeSeconds: number
}

export type PresentedProof = {
  readonly proof: string
  readonly method: string
  /** Of the request, absolute; query and fragment do not count (RFC 9449 §4.2). */
  readonly url: string
  /** The access token that it must be bound to by `ath`. */
  readonly token?: string
}

/**
 * Checks a DPoP proof as RFC 9449 §4.3 lists it, and that it was never used before.
 *
 * @throws {@link Refusal} `unauthenticated`, `proof-stale`, `proof-replayed`
 */
export async function checkProof(
  { clock, replays, proofLifetimeSeconds }: ProofPorts,
  presented: PresentedProof,
): Promise<{ readonly jkt: string }> {
  const { jkt, jti } = await orUnauthenticated(
    'DPoP proof',
    verifyProof(presented.proof, {
      method: presented.method,
      url: presented.url,
      at: clock.now(),
      lifetimeSeconds: proofLifetimeSeconds,
      ...(presented.token === undefined ? {} : { token: presented.token }),
    }),
  )
  // A proof is good from its iat minus to its iat plus the lifetime: it is remembered that long.
  if (!(await replays.firstUse(`proof/${jkt}/${jti}`, 2 * proofLifetimeSeconds))) {
    throw new Refusal('proof-replayed', 'this DPoP proof was used before')
  }
  return { jkt }
}
