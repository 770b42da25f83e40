import type { Witnessing } from '#server/domain/log/gather-cosignatures.js'
import type { LeaseStore } from '#server/domain/log/ports.js'
import type { Logger } from '#server/observability/logger.js'
import { performDuty } from '../perform-duty.js'
import type { Repetition } from '../repeat.js'

/**
 * Looks once a second whether the witnesses are to be asked. One process at a time does so.
 *
 * `witness.conflict` is the loudest line that a relay can write: a witness remembers another history of
 * this log than the database holds (docs/alarms.md).
 *
 * @param round - of `gatherCosignatures`.
 */
export function witnessLog({
  round,
  log,
  ...lease
}: {
  readonly round: () => Promise<readonly Witnessing[]>
  readonly leases: LeaseStore
  readonly holder: string
  readonly log: Logger
}): Repetition {
  return performDuty({
    ...lease,
    duty: 'witnesses',
    async turn() {
      for (const { witness: service, size, outcome, error } of await round()) {
        if (outcome === 'cosigned') log.debug('witness.cosigned', { service, size })
        else log.error(`witness.${outcome}`, { service, size }, error)
      }
    },
    failed: (error) => log.error('witness.failed', {}, error),
  })
}
