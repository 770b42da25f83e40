import type { Logger } from '#server/observability/logger.js'
import { repeat, type Repetition } from '../repeat.js'

/**
 * Sweeps the outbox at once and then again and again (`OUTBOX_INTERVAL_MS`).
 *
 * Any number of processes may do so at the same time: a job is queued once.
 */
export function dispatch(
  sweep: () => Promise<number>,
  { log, intervalMs }: { readonly log: Logger; readonly intervalMs: number },
): Repetition {
  return repeat(async () => {
    try {
      const count = await sweep()
      if (count > 0) log.info('outbox.dispatched', { count })
    } catch (error) {
      log.error('outbox.failed', {}, error)
    }
    return intervalMs
  })
}
