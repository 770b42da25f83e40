import { statfs } from 'node:fs/promises'
import { DAY_MS } from '#crypto/clock/durations.js'
import type { Clock } from './domain/ports.js'
import type { DeletionStore } from './domain/retention/deletion-store.js'
import { buildInfo } from './observability/build-info.js'
import { certificatesLeft } from './observability/certificates-left.js'
import type { Metric } from './observability/metrics.js'
import { oneValue } from './observability/one-value.js'
import { servicesUp } from './observability/services-up.js'

/** To clients, as it is in force. */
type Shown = { current(): { readonly ends: Date } }

/** What a relay process tells Prometheus beside what it counts: its services, sockets, room and unfinished deletions. */
export const relayMetrics = ({
  ready,
  sockets,
  blobs,
  deletions,
  tls,
  relay,
  clock,
  shown,
}: {
  readonly ready: Readonly<Record<string, () => Promise<unknown>>>
  readonly sockets: { open(): number }
  /** The folder of ciphertext. */
  readonly blobs: string
  readonly deletions: Pick<DeletionStore, 'begun'>
  /** Undefined where a proxy speaks TLS. */
  readonly tls: Shown | undefined
  readonly relay: string
  readonly clock: Clock
  /** To backends. */
  readonly shown: Parameters<typeof certificatesLeft>[0]
}): readonly Metric[] => [
  buildInfo,
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
  certificatesLeft(shown, clock),
  ...(tls === undefined ? [] : [daysOfTls(tls, relay, clock)]),
]

/** Beside what the workers know of: files of this machine are known here alone. */
const daysOfTls = (tls: Shown, authority: string, clock: Clock): Metric => ({
  name: 'rogatory_expiry_days_left',
  help: 'Days until the certificate ends that this relay shows to clients.',
  labels: ['authority', 'kind'],
  read: () => {
    const days = (tls.current().ends.getTime() - clock.now().getTime()) / DAY_MS
    const labels = { authority, kind: 'tls-certificate' }
    return Promise.resolve([{ labels, value: Math.round(days * 100) / 100 }])
  },
})
