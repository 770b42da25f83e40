import { setTimeout as sleep } from 'node:timers/promises'

/** Something that is done again and again. */
export type Repetition = {
  /** Resolves when the turn under way is over; there is none after it. */
  stop(): Promise<void>
}

/**
 * Takes turns, one at a time, until stopped.
 *
 * @param turn - resolves to the milliseconds until the next, or to undefined for never again. It must
 *   not reject: what a failure means is for the turn to say.
 */
export function repeat(turn: () => Promise<number | undefined>): Repetition {
  const stopping = new AbortController()
  const { signal } = stopping
  const taking = (async () => {
    while (!signal.aborted) {
      const pause = await turn()
      if (pause === undefined) return
      await sleep(pause, undefined, { signal }).catch(() => undefined)
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await taking
    },
  }
}
