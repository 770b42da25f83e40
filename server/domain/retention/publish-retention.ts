import { verifyRetention } from '#crypto/retention/retention-schedule.js'
import type { EvidenceItem } from '../../contract/wire.js'
import { acceptStatement, type AcceptancePorts } from '../accept-statement.js'
import { byOperator } from '../by-operator.js'
import { Refusal } from '../errors.js'
import type { RelayIdentity } from '../relay-identity.js'
import { scheduleInForce } from './read-rules.js'

type Ports = AcceptancePorts & { readonly relay: RelayIdentity }
export type PublishRetention = ReturnType<typeof publishRetention>

/**
 * Publishes how long content is kept, by the operator's statement: evidence X.5.
 *
 * @throws {@link Refusal} `statement-invalid`; `entry-conflict` if it is not the version after the last.
 */
export function publishRetention(ports: Ports) {
  const { relay, clock } = ports

  return async ({ schedule }: { readonly schedule: string }): Promise<EvidenceItem> => {
    const check = verifyRetention(schedule, relay.entry)
    const verified = await byOperator('schedule', relay, clock.now(), check)
    const { relay: whose, version } = verified.payload
    if (whose !== relay.id) throw new Refusal('statement-invalid', 'schedule: of another relay')
    const last = await scheduleInForce(ports)
    const isRepeated = last?.digest === verified.digest
    if (!isRepeated && version !== (last?.payload.version ?? 0) + 1) {
      throw new Refusal('entry-conflict', `version ${last?.payload.version ?? 0} is in force`)
    }
    const statement = { ...verified, payload: { authority: relay.id } }
    return (await acceptStatement(ports, statement, `retention/${version}`)).evidence
  }
}
