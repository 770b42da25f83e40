import type { PackageId } from '#crypto/fields/fields.js'
import { verifyHold } from '#crypto/retention/legal-hold.js'
import type { EvidenceItem } from '../../contract/wire.js'
import { acceptStatement, type AcceptancePorts } from '../directory/accept-statement.js'
import { byOperator } from '../directory/by-operator.js'
import { Refusal } from '../errors.js'
import type { RelayIdentity } from '../relay-identity.js'
import { requireClock } from '../require-clock.js'
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
 * A new statement is of now: one that somebody held back lifts nothing later. The same again is no error.
 *
 * @returns the evidence, and the packages whose deletion had begun before, whatever the hold covers.
 * @throws {@link Refusal} `statement-invalid`, `clock-skewed`
 */
export function publishHold(ports: Ports) {
  const { directory, relay, clock, deletions } = ports

  return async ({
    hold,
  }: {
    readonly hold: string
  }): Promise<{ readonly evidence: EvidenceItem; readonly begun: PackageId[] }> => {
    const now = clock.now()
    const verified = await byOperator('hold', ports, now, (entry) => verifyHold(hold, entry))
    const { relay: whose, hold: name, declared } = verified.payload
    if (whose !== relay.id) throw new Refusal('statement-invalid', 'hold: of another relay')
    const kept = await directory.history(relay.id, 'rogatory-hold')
    const isRepeated = kept.some(({ digest }) => digest === verified.digest)
    if (!isRepeated) requireClock('the hold', declared, now)
    const statement = { ...verified, payload: { authority: relay.id } }
    const key = `hold/${name}/${verified.digest}`
    const { evidence } = await acceptStatement(ports, statement, key)
    await deletions.withdrawIntended()
    const begun = await deletions.begun()
    return { evidence, begun: begun.map((one) => one.package) }
  }
}
