import type { Side } from './compare/comparison.js'
import { namesLog } from './log-keys.js'

/**
 * Whether two checkpoints of one origin are of one log. Where the trust list does not name it, a relay's own
 * entry vouches for the log's key, and any relay may give its log any name: nobody is to be convicted by what
 * another signed in that name.
 */
export async function isOneLog(a: Side, b: Side, origin: string): Promise<boolean> {
  if (await namesLog(a.signers.trust, origin)) return true
  const relays = [a, b].map(({ signers: { relay } }) => relay?.payload.authority)
  return relays[0] !== undefined && relays[0] === relays[1]
}
