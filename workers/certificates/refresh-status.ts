import type { LeaseStore } from '#server/domain/log/ports.js'
import type { Logger } from '#server/observability/logger.js'
import { repeat, type Repetition } from '../repeat.js'

const DUTY = 'certificate-status'

/**
 * Has the status of certificates asked for ahead of time, so that a responder may be silent for half of an
 * answer's life before anybody notices. One process at a time does so.
 *
 * @param round - of `refreshStatuses`: how many answers are new.
 */
export function refreshStatus({
  round,
  leases,
  holder,
  log,
  intervalMs,
}: {
  readonly round: () => Promise<number>
  readonly leases: LeaseStore
  readonly holder: string
  readonly log: Logger
  readonly intervalMs: number
}): Repetition {
  const turns = repeat(async () => {
    try {
      if ((await leases.take(DUTY, holder, 2 * intervalMs)) === undefined) return intervalMs
      const count = await round()
      if (count > 0) log.info('certificate-status.refreshed', { count })
    } catch (error) {
      log.error('certificate-status.failed', {}, error)
    }
    return intervalMs
  })
  return {
    async stop() {
      await turns.stop()
      await leases.release(DUTY, holder).catch(() => undefined)
    },
  }
}
