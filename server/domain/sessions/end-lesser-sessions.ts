import type { SecurityKey } from '#crypto/directory/security-key.js'
import type { Clock } from '../ports.js'
import { endSessions } from './end-sessions.js'
import type { SessionAnnouncer, SessionStore } from './session-store.js'
import { isAsDemanded } from './touch-demand.js'

export type LesserSessionsPorts = {
  readonly sessions: Pick<SessionStore, 'end' | 'ofKey'>
  readonly sessionAnnouncer: SessionAnnouncer
  readonly clock: Clock
}

/** As many as a key can have going, many times over. */
const LOOKED_AT = 500

/**
 * Ends the sessions of an officer's key that were begun by less than its credential demands: without a security key, or
 * with one that was removed. None of them would be given another token; this ends their last one.
 *
 * @param keys - those of its newest credential.
 */
export async function endLesserSessions(
  { sessions, sessionAnnouncer, clock }: LesserSessionsPorts,
  kid: string,
  keys: readonly SecurityKey[],
): Promise<void> {
  const at = clock.now()
  const demand = { credentials: keys.map(({ credential }) => credential) }
  const lesser = (await sessions.ofKey(kid, LOOKED_AT)).filter(
    (one) => one.ended === null && at < one.ends && !isAsDemanded(one, demand),
  )
  await endSessions({ sessions, sessionAnnouncer }, lesser, { at, by: 'administrator' })
}
