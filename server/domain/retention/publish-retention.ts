import { verifyRetention } from '#crypto/retention/retention-schedule.js'
import type { EvidenceItem } from '../../contract/wire.js'
import { acceptStatement, type AcceptancePorts } from '../directory/accept-statement.js'
import { byOperator } from '../directory/by-operator.js'
import { Refusal } from '../errors.js'
import type { RelayIdentity } from '../relay-identity.js'
import { requireClock } from '../require-clock.js'
import type { DeletionStore } from './deletion-store.js'
import { scheduleInForce } from './read-rules.js'

type Ports = AcceptancePorts & {
  readonly relay: RelayIdentity
  readonly deletions: Pick<DeletionStore, 'withdrawIntended'>
}
export type PublishRetention = ReturnType<typeof publishRetention>

/**
 * Publishes how long content is kept, by the operator's statement: evidence X.5.
 *
 * As of a hold: it is durable before intended deletions are withdrawn, so what is not begun when this answers is
 * never deleted under the schedule before.
 *
 * @throws {@link Refusal} `statement-invalid`, `clock-skewed`; `entry-conflict` if it is not the version after
 *   the last.
 */
export function publishRetention(ports: Ports) {
  const { relay, clock, deletions } = ports

  return async ({ schedule }: { readonly schedule: string }): Promise<EvidenceItem> => {
    const now = clock.now()
    const verified = await byOperator('schedule', ports, now, (entry) =>
      verifyRetention(schedule, entry),
    )
    const { relay: whose, version, declared } = verified.payload
    if (whose !== relay.id) throw new Refusal('statement-invalid', 'schedule: of another relay')
    const last = await scheduleInForce(ports)
    const isRepeated = last?.digest === verified.digest
    if (!isRepeated) requireClock('the schedule', declared, now)
    if (!isRepeated && version !== (last?.payload.version ?? 0) + 1) {
      throw new Refusal('entry-conflict', `version ${last?.payload.version ?? 0} is in force`)
    }
    const statement = { ...verified, payload: { authority: relay.id } }
    const { evidence } = await acceptStatement(ports, statement, `retention/${version}`)
    await deletions.withdrawIntended()
    return evidence
  }
}
