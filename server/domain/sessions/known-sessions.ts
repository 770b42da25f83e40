import { recentlyUsed } from '#crypto/keys/recently-used.js'
import type { SessionId } from '../../contract/session-wire.js'
import type { SessionStore } from './session-store.js'

/** What was found out about a session holds for so long: a request costs no further look at the database. */
const KNOWN_MS = 5_000

export type KnownSessions = ReturnType<typeof knownSessions>

/**
 * Which sessions somebody has ended. A process that is told of an ending knows at once; one that was not told,
 * because Redis was away, finds out within five seconds. A session that is kept nowhere counts as ended.
 */
export function knownSessions({ sessions }: { readonly sessions: Pick<SessionStore, 'find'> }) {
  const going = recentlyUsed<Date>(4096)
  const over = recentlyUsed<true>(4096)
  return {
    /** Rejects when it cannot be found out. */
    async isOver(id: SessionId, at: Date): Promise<boolean> {
      if (over.get(id)) return true
      const seen = going.get(id)
      const age = seen === undefined ? Infinity : at.getTime() - seen.getTime()
      if (age >= 0 && age < KNOWN_MS) return false
      const found = await sessions.find(id)
      if (found?.ended !== null) over.set(id, true)
      else going.set(id, at)
      // Told of meanwhile, perhaps: what was read may be older.
      return over.get(id) === true
    },
    /** No session begins again, so this is never taken back. */
    end: (id: SessionId): void => over.set(id, true),
  }
}
