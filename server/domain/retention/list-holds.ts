import type { DirectoryRecord } from '../../contract/wire.js'
import { type AcceptancePorts, withAllEvidence } from '../directory/accept-statement.js'
import { operatorAsks } from '../operator-asks.js'
import type { RelayIdentity } from '../relay-identity.js'

type Ports = AcceptancePorts & { readonly relay: RelayIdentity }
export type ListHolds = ReturnType<typeof listHolds>

/**
 * Every statement about holds, to the operator: that there is a hold may itself be confidential.
 *
 * @throws {@link Refusal} as {@link operatorAsks}
 */
export function listHolds(ports: Ports) {
  const { directory, relay } = ports

  return async ({
    inquiry,
  }: {
    readonly inquiry: string
  }): Promise<{ readonly holds: DirectoryRecord[] }> => {
    await operatorAsks(ports, inquiry)
    const kept = await directory.history(relay.id, 'rogatory-hold')
    return { holds: await withAllEvidence(ports, kept) }
  }
}
