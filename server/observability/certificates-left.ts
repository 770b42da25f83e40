import { DAY_MS } from '#crypto/clock/durations.js'
import type { Metric } from './metrics.js'

/** Days until the certificates end that this process shows to its backends; negative once one has ended. */
export const certificatesLeft = (
  shown: () => readonly { readonly backend: string; readonly ends: Date }[],
  clock: { now(): Date },
): Metric => ({
  name: 'rogatory_backend_certificate_days_left',
  help: 'Days until the certificate ends that this process shows to a backend.',
  labels: ['backend'],
  read: () =>
    Promise.resolve(
      shown().map(({ backend, ends }) => ({
        labels: { backend },
        value: Math.round(((ends.getTime() - clock.now().getTime()) / DAY_MS) * 100) / 100,
      })),
    ),
})
