import type { SessionAnnouncer, SessionStore, StoredSession } from './session-store.js'

type Ports = {
  readonly sessions: Pick<SessionStore, 'end'>
  readonly sessionAnnouncer: SessionAnnouncer
}

/** Ends sessions durably, then tells every relay process. */
export async function endSessions(
  { sessions, sessionAnnouncer }: Ports,
  all: readonly Pick<StoredSession, 'id'>[],
  ended: NonNullable<StoredSession['ended']>,
): Promise<void> {
  await Promise.all(all.map(({ id }) => sessions.end(id, ended)))
  for (const { id } of all) sessionAnnouncer.sessionEnded(id)
}
