import { verifyInquiry } from '#crypto/directory/inquiry.js'
import { byOperator } from './directory/by-operator.js'
import { Refusal } from './errors.js'
import type { Clock } from './ports.js'
import type { RelayIdentity } from './relay-identity.js'
import { requireClock } from './require-clock.js'

type Ports = { readonly relay: RelayIdentity; readonly clock: Clock }

/**
 * Demands that it is the operator who asks, now, and this relay.
 *
 * @throws {@link Refusal} `statement-invalid`, `clock-skewed`; `not-permitted` for an inquiry to another relay.
 */
export async function operatorAsks({ relay, clock }: Ports, inquiry: string): Promise<void> {
  const now = clock.now()
  const { payload } = await byOperator('inquiry', relay, now, verifyInquiry(inquiry, relay.entry))
  if (payload.relay !== relay.id) throw new Refusal('not-permitted', 'an inquiry to another relay')
  requireClock('the inquiry', payload.declared, now)
}
