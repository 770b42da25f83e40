import type { SessionId, SessionRecord } from '../../contract/session-wire.js'
import type { Caller } from '../../contract/wire.js'
import { Refusal } from '../errors.js'
import type { Clock } from '../ports.js'
import { sessionRecord } from './session-record.js'
import type { SessionAnnouncer, SessionStore } from './session-store.js'

type Ports = {
  readonly sessions: Pick<SessionStore, 'end' | 'find'>
  readonly sessionAnnouncer: SessionAnnouncer
  readonly clock: Clock
}
export type EndSession = ReturnType<typeof endSession>

/**
 * Ends a session before its time: from the answer on no relay process takes its tokens but one that was not
 * told, which finds out within seconds. Ended once, whoever asks again.
 *
 * @throws {@link Refusal} `session-unknown`, also for one of a colleague without the role admin.
 */
export function endSession({ sessions, sessionAnnouncer, clock }: Ports) {
  return async (
    { kid, authority, roles }: Pick<Caller, 'authority' | 'kid' | 'roles'>,
    id: SessionId,
  ): Promise<SessionRecord> => {
    const at = clock.now()
    const found = await sessions.find(id)
    const isOwn = found?.kid === kid
    const isOurs = found?.authority === authority && roles.includes('admin')
    if (!isOwn && !isOurs) throw unknown()
    const ended = await sessions.end(id, { at, by: isOwn ? 'officer' : 'administrator' })
    if (ended === undefined) throw unknown()
    sessionAnnouncer.sessionEnded(id)
    return sessionRecord(ended, at)
  }
}

const unknown = () => new Refusal('session-unknown', 'there is no such session of yours')
