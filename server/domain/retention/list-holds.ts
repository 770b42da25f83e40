import { verifyInquiry } from '#crypto/directory/inquiry.js'
import type { DirectoryRecord } from '../../contract/wire.js'
import { type AcceptancePorts, withAllEvidence } from '../directory/accept-statement.js'
import { byOperator } from '../directory/by-operator.js'
import { Refusal } from '../errors.js'
import type { RelayIdentity } from '../relay-identity.js'
import { requireClock } from '../require-clock.js'

type Ports = AcceptancePorts & { readonly relay: RelayIdentity }
export type ListHolds = ReturnType<typeof listHolds>

/**
 * Every statement about holds, to the operator: that there is a hold may itself be confidential.
 *
 * @throws {@link Refusal} `statement-invalid`, `clock-skewed`; `not-permitted` for an inquiry to another
 *   relay.
 */
export function listHolds(ports: Ports) {
  const { directory, relay, clock } = ports

  return async ({
    inquiry,
  }: {
    readonly inquiry: string
  }): Promise<{ readonly holds: DirectoryRecord[] }> => {
    const now = clock.now()
    const { payload } = await byOperator('inquiry', relay, now, verifyInquiry(inquiry, relay.entry))
    if (payload.relay !== relay.id)
      throw new Refusal('not-permitted', 'an inquiry to another relay')
    requireClock('the inquiry', payload.declared, now)
    const kept = await directory.history(relay.id, 'rogatory-hold')
    return { holds: await withAllEvidence(ports, kept) }
  }
}
