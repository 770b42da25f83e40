import { CryptoError } from '#crypto/errors.js'
import type { Manifest } from '#crypto/package/manifest.js'
import { ClientError } from '../client-error.js'
import type { Session } from '../session/session.js'
import type { ForwardProofs } from './forward-proofs.js'
import { type Forward, verifyForward } from './verify-forward.js'

export type ReceivedForward =
  | {
      readonly verified: true
      /** What was forwarded, as its sender signed it. */
      readonly original: Manifest
      /** Whether its sender's leave was needed for passing it on. */
      readonly approval: 'not-needed' | 'given'
      /** Whether it was redirected to us: then we answer it in our own right. */
      readonly redirected: boolean
    }
  /** The chain is broken: the word of whoever forwarded it is all there is. */
  | { readonly verified: false; readonly code: string; readonly problem: string }

/**
 * What `verifyForward` finds in a package that was forwarded, broken chains included.
 *
 * @param proofs - the bundles, as they were opened and verified.
 */
export async function receivedForward(
  session: Session,
  forward: Forward,
  proofs: ForwardProofs,
): Promise<ReceivedForward> {
  try {
    const { original, approval, redirection } = await verifyForward(session, forward, proofs)
    const redirected = redirection !== undefined
    return { verified: true, original: original.manifest, approval, redirected }
  } catch (error) {
    if (!(error instanceof CryptoError) && !(error instanceof ClientError)) throw error
    return { verified: false, code: error.code, problem: error.message }
  }
}
