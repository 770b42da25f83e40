import { assertionKid, verifyClientAssertion } from '#crypto/access/client-assertion.js'
import { entryKey } from '#crypto/directory/entry-key.js'
import { orUnauthenticated } from '../access/or-unauthenticated.js'
import { newestRelayVersion } from '../directory/newest-relay-version.js'
import type { RelayVersionPorts } from '../directory/relay-versions.js'
import { Refusal } from '../errors.js'
import type { Clock, ReplayGuard } from '../ports.js'

/** How old a link may be, and how far the clock of whoever made it may be ahead. */
const LIFETIME_SECONDS = 60

type Ports = RelayVersionPorts & {
  readonly clock: Clock
  readonly replays: ReplayGuard
  /** The address that links of this board lead to. */
  readonly entrance: string
}
export type EnterBoard = ReturnType<typeof enterBoard>

/**
 * Lets the operator look at the queues: by a client assertion (RFC 7523 §2.2) for this board alone, signed a moment ago
 * by a key that the relay's entry names as the operator's now, and never seen before.
 *
 * @returns whose key it was, for the log.
 * @throws {@link Refusal} `unauthenticated`, `proof-stale`, `proof-replayed`; `unavailable` while nobody can know whether
 *   it was seen before.
 */
export function enterBoard(ports: Ports) {
  const { clock, replays, entrance: audience } = ports
  return async (link: string): Promise<{ readonly kid: string }> => {
    const at = clock.now()
    const kid = await orUnauthenticated('link', () => assertionKid(link))
    const relay = await newestRelayVersion(ports, at)
    const key = await orUnauthenticated('link', entryKey(relay, 'operator', at, kid))
    const expected = { key, audience, at, lifetimeSeconds: LIFETIME_SECONDS }
    const { jti } = await orUnauthenticated('link', verifyClientAssertion(link, expected))
    // Only what the operator has signed is remembered: strangers cannot fill the guard's memory.
    if (!(await replays.firstUse(`board/${kid}/${jti}`, 2 * LIFETIME_SECONDS))) {
      throw new Refusal('proof-replayed', 'this link was used before')
    }
    return { kid }
  }
}
