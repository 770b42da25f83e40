import type { LeaseStore } from '#server/domain/log/ports.js'
import type { stampCheckpoint, Stamping } from '#server/domain/log/stamp-checkpoint.js'
import type { Logger } from '#server/observability/logger.js'
import { performDuty } from '../perform-duty.js'
import type { Repetition } from '../repeat.js'

/**
 * Looks once a second whether the log is to be time-stamped. One process at a time does so; several
 * would only ask for tokens that nobody needs.
 *
 * @param stamping - makes the look of `stampCheckpoint` around what it is to report to.
 */
export function stampLog({
  stamping,
  log,
  ...lease
}: {
  readonly stamping: (report: (stamping: Stamping) => void) => ReturnType<typeof stampCheckpoint>
  readonly leases: LeaseStore
  readonly holder: string
  readonly log: Logger
}): Repetition {
  const { look, settled } = stamping(({ authority: service, error }) => {
    if (error === undefined) log.info('timestamp.stored', { service })
    else log.error('timestamp.failed', { service }, error)
  })
  const duty = performDuty({
    ...lease,
    duty: 'timestamps',
    turn: look,
    failed: (error) => log.error('timestamp.failed', {}, error),
  })
  return {
    async stop() {
      await duty.stop()
      await settled()
    },
  }
}
