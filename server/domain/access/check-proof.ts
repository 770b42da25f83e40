import { type VerifiedProof, verifyProof } from '#crypto/access/proof.js'
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
  ports: ProofPorts,
  presented: PresentedProof,
): Promise<{ readonly jkt: string }> {
  const verified = await readProof(ports, presented)
  await useUpProof(ports, verified)
  return verified
}

/**
 * The first half of {@link checkProof}: asks nobody, and remembers nothing.
 *
 * @throws {@link Refusal} `unauthenticated`, `proof-stale`
 */
export const readProof = (
  { clock, proofLifetimeSeconds }: Pick<ProofPorts, 'clock' | 'proofLifetimeSeconds'>,
  presented: PresentedProof,
): Promise<VerifiedProof> =>
  orUnauthenticated(
    'DPoP proof',
    verifyProof(presented.proof, {
      method: presented.method,
      url: presented.url,
      at: clock.now(),
      lifetimeSeconds: proofLifetimeSeconds,
      ...(presented.token === undefined ? {} : { token: presented.token }),
    }),
  )

/** The second half: it was never used before. @throws {@link Refusal} `proof-replayed` */
export async function useUpProof(
  { replays, proofLifetimeSeconds }: Pick<ProofPorts, 'proofLifetimeSeconds' | 'replays'>,
  { jkt, jti }: Pick<VerifiedProof, 'jkt' | 'jti'>,
): Promise<void> {
  // A proof is good from its iat minus to its iat plus the lifetime: it is remembered that long.
  if (!(await replays.firstUse(`proof/${jkt}/${jti}`, 2 * proofLifetimeSeconds))) {
    throw new Refusal('proof-replayed', 'this DPoP proof was used before')
  }
}
