import type { Notice } from '#server/contract/notice.js'
import type { SessionRecord } from '#server/contract/session-wire.js'
import type { Session } from './session.js'

/** What the relay has to tell of access to one's key. */
export type AccessNotice = Extract<Notice, { readonly kind: 'officer.access' }>

/** Sessions of one's key, or of the whole authority for its administrator; and what one is told of one's key. */
export async function listSessions(
  { relay }: Session,
  of: 'authority' | 'key',
): Promise<{
  readonly sessions: readonly SessionRecord[]
  readonly notices: readonly AccessNotice[]
}> {
  const [{ sessions }, { notices }] = await Promise.all([
    relay.call('listSessions', { query: { of } }),
    relay.call('listNotices', { query: { kind: 'officer.access', limit: 20 } }),
  ])
  return { sessions, notices: notices.filter((one) => one.kind === 'officer.access') }
}

/** Ends sessions, one's own last: after that nothing more is answered. @returns their ids */
export async function endSessions(
  { relay }: Session,
  sessions: readonly Pick<SessionRecord, 'id'>[],
): Promise<string[]> {
  for (const { id } of sessions) await relay.call('endSession', { params: { session: id } })
  return sessions.map(({ id }) => id)
}
