import type { Witnessing } from '#server/domain/log/gather-cosignatures.js'
import type { LeaseStore } from '#server/domain/log/ports.js'
import type { Logger } from '#server/observability/logger.js'
import { repeat, type Repetition } from '../repeat.js'

const DUTY = 'witnesses'
/** Longer than a witness may take to answer twice. */
const LEASE_MS = 30_000
const LOOK_MS = 1000

/**
 * Looks once a second whether the witnesses are to be asked. One process at a time does so.
 *
 * `witness.conflict` is the loudest line that a relay can write: a witness remembers another history of
 * this log than the database holds (docs/operations.md).
 *
 * @param round - of `gatherCosignatures`.
 */
export function witnessLog({
  round,
  leases,
  holder,
  log,
}: {
  readonly round: () => Promise<readonly Witnessing[]>
  readonly leases: LeaseStore
  readonly holder: string
  readonly log: Logger
}): Repetition {
  const turns = repeat(async () => {
    try {
      if ((await leases.take(DUTY, holder, LEASE_MS)) === undefined) return LOOK_MS
      for (const { witness: service, size, outcome, error } of await round()) {
        if (outcome === 'cosigned') log.debug('witness.cosigned', { service, size })
        else log.error(`witness.${outcome}`, { service, size }, error)
      }
    } catch (error) {
      log.error('witness.failed', {}, error)
    }
    return LOOK_MS
  })
  return {
    async stop() {
      await turns.stop()
      await leases.release(DUTY, holder).catch(() => undefined)
    },
  }
}
