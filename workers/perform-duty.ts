import type { LeaseStore } from '#server/domain/log/ports.js'
import { repeat, type Repetition } from './repeat.js'

/** Another process takes over so soon after this one has died. */
const LEASE_MS = 5000
const LOOK_MS = 1000

/**
 * Looks once a second whether there is something to do, in one process at a time.
 *
 * The lease is prolonged while a turn is under way, however long that takes, and two turns never overlap
 * here. They may in two processes, when one of them was halted for longer than its lease: turns bear that.
 *
 * @param turn - one look, and what follows from it.
 * @param failed - is told of a turn that rejected, and of a store that gave no lease.
 */
export function performDuty({
  duty,
  turn,
  leases,
  holder,
  failed,
}: {
  readonly duty: string
  readonly turn: () => Promise<void>
  readonly leases: LeaseStore
  readonly holder: string
  readonly failed: (error: unknown) => void
}): Repetition {
  let underWay: Promise<void> | undefined
  const looks = repeat(async () => {
    try {
      if ((await leases.take(duty, holder, LEASE_MS)) !== undefined) {
        underWay ??= turn()
          .catch(failed)
          .finally(() => {
            underWay = undefined
          })
      }
    } catch (error) {
      failed(error)
    }
    return LOOK_MS
  })
  return {
    async stop() {
      await looks.stop()
      await underWay
      await leases.release(duty, holder).catch(() => undefined)
    },
  }
}
