import type { SessionRecord } from '../../contract/session-wire.js'
import { timestamp } from '../timestamp.js'
import { isLive, type StoredSession } from './session-store.js'

/** What is shown of a session. What tells one client from another is for the relay alone. */
export const sessionRecord = (session: StoredSession, at: Date): SessionRecord => {
  const { id, kid, officer, kind, isNewClient, began, renewed, ends, ended } = session
  return {
    id,
    kid,
    officer,
    kind,
    isNewClient,
    began: timestamp(began),
    renewed: timestamp(renewed),
    ends: timestamp(ends),
    isLive: isLive(session, at),
    ended: ended && { at: timestamp(ended.at), by: ended.by },
  }
}
