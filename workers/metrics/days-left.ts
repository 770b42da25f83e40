import { DAY_MS } from '#crypto/clock/durations.js'
import type { EndingStore } from '#server/domain/endings/ending-store.js'
import type { Clock } from '#server/domain/ports.js'
import type { Metric } from '#server/observability/metrics.js'

/** Days until the first thing of each kind ends, by authority; negative once it has ended. */
export function daysLeft(endings: Pick<EndingStore, 'all'>, clock: Clock): Metric {
  return {
    name: 'rogatory_expiry_days_left',
    help: 'Days until the first certificate, entry, key or credential of an authority ends.',
    labels: ['authority', 'kind'],
    async read() {
      const now = clock.now().getTime()
      const first = new Map<string, { authority: string; kind: string; value: number }>()
      for (const { authority, endings: all } of await endings.all()) {
        for (const { what: kind, at } of all) {
          const value = (new Date(at).getTime() - now) / DAY_MS
          const name = `${authority}/${kind}`
          const before = first.get(name)
          if (before === undefined || value < before.value) {
            first.set(name, { authority, kind, value })
          }
        }
      }
      return [...first.values()].map(({ authority, kind, value }) => ({
        labels: { authority, kind },
        value: Math.round(value * 100) / 100,
      }))
    },
  }
}
