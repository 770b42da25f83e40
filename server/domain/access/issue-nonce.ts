import { issueSignInNonce } from '#crypto/access/sign-in-nonce.js'
import type { Clock } from '../ports.js'
import type { RelayIdentity } from '../relay-identity.js'

type Ports = {
  readonly relay: Pick<RelayIdentity, 'origin' | 'tokenKey'>
  readonly clock: Clock
}
export type IssueNonce = ReturnType<typeof issueNonce>

/** Gives out a nonce for the touch of a security key that is to begin a session. Nothing is kept of it. */
export const issueNonce =
  ({ relay: { origin, tokenKey: key }, clock }: Ports) =>
  async (): Promise<{ readonly nonce: string }> => ({
    nonce: await issueSignInNonce({ key, origin, at: clock.now() }),
  })
