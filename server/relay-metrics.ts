import { statfs } from 'node:fs/promises'
import type { DeletionStore } from './domain/retention/deletion-store.js'
import type { Metric } from './observability/metrics.js'
import { oneValue } from './observability/one-value.js'
import { servicesUp } from './observability/services-up.js'

/** What a relay process tells Prometheus beside what it counts: its services, sockets, room and unfinished deletions. */
export const relayMetrics = ({
  ready,
  sockets,
  blobs,
  deletions,
}: {
  readonly ready: Readonly<Record<string, () => Promise<unknown>>>
  readonly sockets: { open(): number }
  /** The folder of ciphertext. */
  readonly blobs: string
  readonly deletions: Pick<DeletionStore, 'begun'>
}): readonly Metric[] => [
  servicesUp(ready),
  oneValue('rogatory_sockets_open', 'Live connections of officers to this relay.', () =>
    sockets.open(),
  ),
  oneValue(
    'rogatory_deletions_unfinished',
    'Packages of which the deletion of content has begun and is not certified.',
    async () => (await deletions.begun()).length,
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
