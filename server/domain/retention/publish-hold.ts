import type { PackageId } from '#crypto/fields/fields.js'
import { verifyHold } from '#crypto/retention/legal-hold.js'
import type { EvidenceItem } from '../../contract/wire.js'
import { acceptStatement, type AcceptancePorts } from '../accept-statement.js'
import { byOperator } from '../by-operator.js'
import { Refusal } from '../errors.js'
import type { RelayIdentity } from '../relay-identity.js'
import type { DeletionStore } from './deletion-store.js'

type Ports = AcceptancePorts & {
  readonly relay: RelayIdentity
  readonly deletions: Pick<DeletionStore, 'begun' | 'withdrawIntended'>
}
export type PublishHold = ReturnType<typeof publishHold>

/**
 * Keeps content from deletion, or lets it go again, by the operator's statement: evidence X.6.
 *
 * The hold is durable before intended deletions are withdrawn, and whoever deletes reads the holds between
 * intention and beginning: so what is not begun when this answers is never deleted under the hold.
 *
 * @returns the evidence, and the packages whose deletion had begun before, whatever the hold covers.
 * @throws {@link Refusal} `statement-invalid`
 */
export function publishHold(ports: Ports) {
  const { relay, clock, deletions } = ports

  return async ({
    hold,
  }: {
    readonly hold: string
  }): Promise<{ readonly evidence: EvidenceItem; readonly begun: PackageId[] }> => {
    const verified = await byOperator('hold', relay, clock.now(), verifyHold(hold, relay.entry))
    const { relay: whose, hold: name } = verified.payload
    if (whose !== relay.id) throw new Refusal('statement-invalid', 'hold: of another relay')
    const statement = { ...verified, payload: { authority: relay.id } }
    const key = `hold/${name}/${verified.digest}`
    const { evidence } = await acceptStatement(ports, statement, key)
    await deletions.withdrawIntended()
    const begun = await deletions.begun()
    return { evidence, begun: begun.map((one) => one.package) }
  }
}
