import { verifyInquiry } from '#crypto/directory/inquiry.js'
import type { EnrolmentPage } from '../../contract/wire.js'
import { byOperator } from '../directory/by-operator.js'
import type { EnrolmentStore } from './enrolment-store.js'
import { Refusal } from '../errors.js'
import type { Clock } from '../ports.js'
import type { RelayIdentity } from '../relay-identity.js'
import { requireClock } from '../require-clock.js'

type Ports = {
  readonly enrolments: EnrolmentStore
  readonly relay: RelayIdentity
  readonly clock: Clock
}
export type ListEnrolments = ReturnType<typeof listEnrolments>

const MOST = 100

/**
 * The applications that wait for a decision, oldest first, to the operator: who is about to join is
 * nobody else's business yet.
 *
 * @throws {@link Refusal} `statement-invalid`, `clock-skewed`; `not-permitted` for an inquiry to another
 *   relay.
 */
export function listEnrolments({ enrolments, relay, clock }: Ports) {
  return async ({ inquiry }: { readonly inquiry: string }): Promise<EnrolmentPage> => {
    const now = clock.now()
    const { payload } = await byOperator('inquiry', relay, now, verifyInquiry(inquiry, relay.entry))
    if (payload.relay !== relay.id)
      throw new Refusal('not-permitted', 'an inquiry to another relay')
    requireClock('the inquiry', payload.declared, now)
    const waiting = await enrolments.undecided(MOST + 1)
    return {
      enrolments: waiting
        .slice(0, MOST)
        .map(({ invitation, application }) => ({ invitation, application })),
      more: waiting.length > MOST,
    }
  }
}
