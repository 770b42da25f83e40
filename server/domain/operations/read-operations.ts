import type { Operations } from '../../contract/endpoints/operations-endpoints.js'
import type { DeliveryCounts } from '../duty/delivery-store.js'
import { type HeartbeatStore, SILENT_AFTER_MS } from '../heartbeats.js'
import type { LogStore, UnsequencedBacklog } from '../log/ports.js'
import type { RelayVersionPorts } from '../directory/relay-versions.js'
import { operatorAsks } from '../operator-asks.js'
import type { JobAges } from '../pending-jobs.js'
import type { Clock } from '../ports.js'
import type { DeletionStore } from '../retention/deletion-store.js'

type Ports = RelayVersionPorts & {
  readonly clock: Clock
  readonly jobs: JobAges
  readonly log: Pick<LogStore, 'newestCheckpoint'> & UnsequencedBacklog
  readonly heartbeats: Pick<HeartbeatStore, 'heardSince'>
  readonly deliveries: DeliveryCounts
  readonly deletions: Pick<DeletionStore, 'begun'>
}
export type ReadOperations = ReturnType<typeof readOperations>

/**
 * What waits, as the metrics of the workers tell it to Prometheus: for an operator who has no board at hand.
 *
 * @throws {@link Refusal} as {@link operatorAsks}
 */
export function readOperations(ports: Ports) {
  const { clock, jobs, log, heartbeats, deliveries, deletions } = ports
  return async ({ inquiry }: { readonly inquiry: string }): Promise<Operations> => {
    await operatorAsks(ports, inquiry)
    const now = clock.now()
    const [ages, backlog, checkpoint, heard, mails, begun] = await Promise.all([
      jobs.ages(now),
      log.backlog(),
      log.newestCheckpoint(),
      heartbeats.heardSince(new Date(now.getTime() - SILENT_AFTER_MS)),
      deliveries.undelivered(),
      deletions.begun(),
    ])
    const workers = (state: (typeof heard)[number]['sequencer']) =>
      heard.filter(({ sequencer }) => sequencer === state).length
    return {
      at: now.toISOString(),
      jobs: ages.map(({ name, overdue, oldest, refused }) => ({
        name,
        overdue,
        refused,
        oldest: oldest?.toISOString() ?? null,
      })),
      log: {
        size: checkpoint?.size ?? 0,
        unsequenced: backlog.count,
        oldest: backlog.oldest?.toISOString() ?? null,
      },
      workers: {
        leading: workers('leading'),
        standingBy: workers('standing-by'),
        failed: workers('failed'),
      },
      mails: { retried: mails.retried, failed: mails.failed },
      deletions: begun.length,
    }
  }
}
