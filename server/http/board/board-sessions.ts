import { createHash, randomBytes } from 'node:crypto'
import type { Clock } from '../../domain/ports.js'

/** So long after the link, whatever is done. */
const LIFETIME_MS = 15 * 60_000
/** At once; beyond it the oldest ends. */
const MOST = 16

export type BoardSessions = {
  /** @returns 256 random bits in base64url: whoever has them may look. */
  begin(): string
  has(session: string): boolean
  end(session: string): void
}

/** Who may look at the board: in the memory of this process, by digest, and over with it. */
export function boardSessions(clock: Clock): BoardSessions {
  /** When each ends, oldest first. */
  const ends = new Map<string, number>()
  const forget = (now: number) => {
    for (const [digest, at] of ends) if (at <= now || ends.size > MOST) ends.delete(digest)
  }
  return {
    begin() {
      const session = randomBytes(32).toString('base64url')
      const now = clock.now().getTime()
      ends.set(digestOf(session), now + LIFETIME_MS)
      forget(now)
      return session
    },
    has: (session) => (ends.get(digestOf(session)) ?? 0) > clock.now().getTime(),
    end: (session) => void ends.delete(digestOf(session)),
  }
}

/** Looking it up takes as long for a near guess as for any other. */
const digestOf = (session: string): string =>
  createHash('sha256').update(session).digest('base64url')
