import type { StampQueue } from '#server/domain/log/ports.js'
import type { Clock } from '#server/domain/ports.js'
import type { Metric } from '#server/observability/metrics.js'

/** For how long each time-stamping authority has owed a token: 0 while it owes none. */
export const stampsPending = (stamps: Pick<StampQueue, 'turns'>, clock: Clock): Metric => ({
  name: 'rogatory_timestamp_pending_seconds',
  help: 'Seconds since when a time-stamping authority owes a token; 0 while it owes none.',
  labels: ['authority', 'last_error'],
  async read() {
    const now = clock.now().getTime()
    return (await stamps.turns()).map(({ authority, pendingSince, lastError }) => ({
      // The code of what keeps it; one of the past would make a second series of a healthy authority.
      labels: { authority, last_error: pendingSince === null ? '' : (lastError?.code ?? '') },
      value: pendingSince === null ? 0 : Math.round((now - pendingSince.getTime()) / 1000),
    }))
  },
})
