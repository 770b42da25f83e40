import type { LeaseStore } from '#server/domain/log/ports.js'
import type { Stamping } from '#server/domain/log/stamp-checkpoint.js'
import type { Logger } from '#server/observability/logger.js'
import { repeat, type Repetition } from '../repeat.js'

const DUTY = 'timestamps'
/** Longer than an authority may take to answer. */
const LEASE_MS = 30_000
const LOOK_MS = 1000

/**
 * Looks once a second whether the log is to be time-stamped. One process at a time does so; several
 * would only ask for tokens that nobody needs.
 *
 * @param round - of `stampCheckpoint`.
 */
export function stampLog({
  round,
  leases,
  holder,
  log,
}: {
  readonly round: () => Promise<readonly Stamping[]>
  readonly leases: LeaseStore
  readonly holder: string
  readonly log: Logger
}): Repetition {
  const turns = repeat(async () => {
    try {
      if ((await leases.take(DUTY, holder, LEASE_MS)) === undefined) return LOOK_MS
      for (const { authority, error } of await round()) {
        if (error === undefined) log.info('timestamp.stored', { service: authority })
        else log.error('timestamp.failed', { service: authority }, error)
      }
    } catch (error) {
      log.error('timestamp.failed', {}, error)
    }
    return LOOK_MS
  })
  return {
    async stop() {
      await turns.stop()
      await leases.release(DUTY, holder).catch(() => undefined)
    },
  }
}
