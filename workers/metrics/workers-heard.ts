import { type HeartbeatStore, SILENT_AFTER_MS } from '#server/domain/heartbeats.js'
import type { Clock } from '#server/domain/ports.js'
import type { Metric } from '#server/observability/metrics.js'

const STATES = ['leading', 'standing-by', 'failed'] as const

/** The worker processes that were heard of just now, by what they are to the log. */
export const workersHeard = (
  heartbeats: Pick<HeartbeatStore, 'heardSince'>,
  clock: Clock,
): Metric => ({
  name: 'rogatory_workers',
  help: 'Worker processes heard of within fifteen seconds, by the state of their sequencer.',
  labels: ['sequencer'],
  async read() {
    const heard = await heartbeats.heardSince(new Date(clock.now().getTime() - SILENT_AFTER_MS))
    return STATES.map((state) => ({
      labels: { sequencer: state },
      value: heard.filter(({ sequencer }) => sequencer === state).length,
    }))
  },
})
