import { setTimeout as sleep } from 'node:timers/promises'
import type { Child } from './child.js'

const GIVE_UP_AFTER = 5
const QUICK_MS = 60_000

/** A service that is started again when it ends without having been told to. */
export interface KeptChild {
  pid(): number
  stop(): Promise<void>
}

/**
 * Keeps a service running: when it ends by itself it is started again, later each time, and after
 * five ends within a minute no more. Both are said.
 *
 * @param first - the running child.
 * @param again - starts it with the same data and the same address.
 */
export function keepRunning(
  name: string,
  first: Child,
  again: () => Promise<Child>,
  report: (line: string) => void,
): KeptChild {
  const stopping = new AbortController()
  const isStopping = (): boolean => stopping.signal.aborted
  const ends: number[] = []
  let child = first

  const watch = async (): Promise<void> => {
    await child.ended
    if (isStopping()) return
    ends.push(performance.now())
    const quick = ends.filter((at) => performance.now() - at < QUICK_MS).length
    if (quick >= GIVE_UP_AFTER) {
      report(`${name} ended ${quick} times within a minute and is not started again`)
      return
    }
    report(`${name} ended unexpectedly; starting it again`)
    await sleep(100 * 2 ** quick, undefined, { signal: stopping.signal }).catch(() => undefined)
    if (isStopping()) return
    await again().then(taken, (error: unknown) => report(`${name}: ${messageOf(error)}`))
    return watch()
  }

  /** A stop that came while the child was starting is carried out on the new one. */
  const taken = async (restarted: Child): Promise<void> => {
    child = restarted
    if (isStopping()) await child.stop()
    else report(`${name} runs again`)
  }

  const watching = watch()
  return {
    pid: () => child.pid,
    async stop() {
      stopping.abort()
      await child.stop()
      await watching
    },
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'could not be started again'
}
