import { verifyInquiry } from '#crypto/directory/inquiry.js'
import { byOperator } from './directory/by-operator.js'
import type { RelayVersionPorts } from './directory/relay-versions.js'
import { Refusal } from './errors.js'
import type { Clock } from './ports.js'
import { requireClock } from './require-clock.js'

type Ports = RelayVersionPorts & { readonly clock: Clock }

/**
 * Demands that it is the operator who asks, now, and this relay.
 *
 * @throws {@link Refusal} `statement-invalid`, `clock-skewed`; `not-permitted` for an inquiry to another relay.
 */
export async function operatorAsks(ports: Ports, inquiry: string): Promise<void> {
  const { relay, clock } = ports
  const now = clock.now()
  const { payload } = await byOperator('inquiry', ports, now, (entry) =>
    verifyInquiry(inquiry, entry),
  )
  if (payload.relay !== relay.id) throw new Refusal('not-permitted', 'an inquiry to another relay')
  requireClock('the inquiry', payload.declared, now)
}
