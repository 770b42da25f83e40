import type { EnrolmentPage } from '../../contract/wire.js'
import type { EnrolmentStore } from './enrolment-store.js'
import type { RelayVersionPorts } from '../directory/relay-versions.js'
import { operatorAsks } from '../operator-asks.js'
import type { Clock } from '../ports.js'

type Ports = RelayVersionPorts & {
  readonly enrolments: EnrolmentStore
  readonly clock: Clock
}
export type ListEnrolments = ReturnType<typeof listEnrolments>

const MOST = 100

/**
 * The applications that wait for a decision, oldest first, to the operator: who is about to join is
 * nobody else's business yet.
 *
 * @throws {@link Refusal} as {@link operatorAsks}
 */
export function listEnrolments(ports: Ports) {
  return async ({ inquiry }: { readonly inquiry: string }): Promise<EnrolmentPage> => {
    await operatorAsks(ports, inquiry)
    const waiting = await ports.enrolments.undecided(MOST + 1)
    return {
      enrolments: waiting
        .slice(0, MOST)
        .map(({ invitation, application }) => ({ invitation, application })),
      more: waiting.length > MOST,
    }
  }
}
