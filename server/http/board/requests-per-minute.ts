import { Refusal } from '../../domain/errors.js'
import type { Clock } from '../../domain/ports.js'

const MINUTE_MS = 60_000
/** Of whom it is remembered; beyond it, all begin anew. */
const CALLERS = 4096

/**
 * Counts the requests of each caller, minute by minute.
 *
 * @returns what is called for each request. @throws {@link Refusal} `too-many-requests` beyond `most` in one minute.
 */
export function requestsPerMinute(most: number, clock: Clock): (caller: string) => void {
  const counts = new Map<string, number>()
  let minute = 0
  return (caller) => {
    const now = Math.floor(clock.now().getTime() / MINUTE_MS)
    if (now !== minute || counts.size >= CALLERS) counts.clear()
    minute = now
    const count = (counts.get(caller) ?? 0) + 1
    counts.set(caller, count)
    if (count > most) {
      throw new Refusal('too-many-requests', `more than ${most} requests in one minute`)
    }
  }
}
