import type { LogStore, UnsequencedBacklog } from '#server/domain/log/ports.js'
import type { Clock } from '#server/domain/ports.js'
import type { Metric } from '#server/observability/metrics.js'
import { oneValue } from '#server/observability/one-value.js'

type Log = Pick<LogStore, 'newestCheckpoint'> & UnsequencedBacklog

/** How far the log is behind what was stated, and how long it is. */
export const logWaiting = (log: Log, clock: Clock): readonly Metric[] => [
  oneValue(
    'rogatory_log_unsequenced_statements',
    'Statements that are kept and have no place in the log yet.',
    async () => (await log.backlog()).count,
  ),
  oneValue(
    'rogatory_log_unsequenced_oldest_seconds',
    'For how long the statement that has waited longest has had no place in the log; 0: none waits.',
    async () => {
      const { oldest } = await log.backlog()
      if (oldest === undefined) return 0
      return Math.max(0, Math.round((clock.now().getTime() - oldest.getTime()) / 1000))
    },
  ),
  oneValue(
    'rogatory_log_size',
    'Leaves under the newest checkpoint. It never shrinks.',
    async () => (await log.newestCheckpoint())?.size ?? 0,
  ),
]
