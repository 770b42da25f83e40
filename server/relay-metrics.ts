import { statfs } from 'node:fs/promises'
import type { Metric } from './observability/metrics.js'
import { oneValue } from './observability/one-value.js'
import { servicesUp } from './observability/services-up.js'

/** What a relay process tells Prometheus beside what it counts: its services, sockets and room. */
export const relayMetrics = ({
  ready,
  sockets,
  blobs,
}: {
  readonly ready: Readonly<Record<string, () => Promise<unknown>>>
  readonly sockets: { open(): number }
  /** The folder of ciphertext. */
  readonly blobs: string
}): readonly Metric[] => [
  servicesUp(ready),
  oneValue('rogatory_sockets_open', 'Live connections of officers to this relay.', () =>
    sockets.open(),
  ),
  oneValue(
    'rogatory_blobs_free_bytes',
    'Octets free on the disk that holds the ciphertext of parts.',
    async () => {
      const { bavail, bsize } = await statfs(blobs)
      return bavail * bsize
    },
  ),
]
