import type { SessionRecord } from '../../contract/session-wire.js'
import type { Caller } from '../../contract/wire.js'
import { Refusal } from '../errors.js'
import type { Clock } from '../ports.js'
import { sessionRecord } from './session-record.js'
import type { SessionStore } from './session-store.js'

type Ports = {
  readonly sessions: Pick<SessionStore, 'ofAuthority' | 'ofKey'>
  readonly clock: Clock
}
export type ListSessions = ReturnType<typeof listSessions>

const MOST = 500

/**
 * Sessions of the caller's key, or of everybody of the authority; used last first.
 *
 * @throws {@link Refusal} `not-permitted` for the authority's without the role admin.
 */
export function listSessions({ sessions, clock }: Ports) {
  return async (
    { kid, authority, roles }: Pick<Caller, 'authority' | 'kid' | 'roles'>,
    { of }: { readonly of: 'authority' | 'key' },
  ): Promise<{ readonly sessions: SessionRecord[] }> => {
    if (of === 'authority' && !roles.includes('admin')) {
      throw new Refusal('not-permitted', 'sessions of others are for the role admin')
    }
    const found = await (of === 'key'
      ? sessions.ofKey(kid, MOST)
      : sessions.ofAuthority(authority, MOST))
    const at = clock.now()
    return { sessions: found.map((one) => sessionRecord(one, at)) }
  }
}
