import { Suspension } from '#crypto/directory/revocation.js'
import { verifySuspension } from '#crypto/directory/verify-suspension.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { EvidenceItem } from '../../contract/wire.js'
import { acceptStatement, type AcceptancePorts } from './accept-statement.js'
import { byOperator } from './by-operator.js'
import { Refusal } from '../errors.js'
import { orInvalid } from '../or-invalid.js'
import type { RelayIdentity } from '../relay-identity.js'
import { requireClock } from '../require-clock.js'

type Ports = AcceptancePorts & { readonly relay: RelayIdentity }
export type PublishSuspension = ReturnType<typeof publishSuspension>

/**
 * Publishes the operator's statement that the mail of an authority stops, or goes on: evidence X.4.
 *
 * @throws {@link Refusal} `authority-unknown`, `statement-invalid`; `clock-skewed` but for one that is kept
 */
export function publishSuspension(ports: Ports) {
  const { authorities, clock } = ports

  return async ({
    suspension: statement,
  }: {
    readonly suspension: string
  }): Promise<EvidenceItem> => {
    const now = clock.now()
    const claimed = await orInvalid('suspension', readStatement(statement))
    const shape = Suspension.safeParse(claimed.payload)
    if (claimed.typ !== 'rogatory-suspension' || !shape.success) {
      throw new Refusal('statement-invalid', 'suspension: not a suspension')
    }
    const { authority } = shape.data
    const known = await authorities.of(authority, 'now')
    if (known === undefined) {
      throw new Refusal('authority-unknown', `${authority} is not in the directory`)
    }
    const verified = await byOperator('suspension', ports, now, (entry) =>
      verifySuspension(statement, entry),
    )
    const isRepeated = known.suspensions.some(({ digest }) => digest === verified.digest)
    if (!isRepeated) requireClock('the suspension', verified.payload.declared, now)
    return (await acceptStatement(ports, verified, `suspension/${verified.digest}`)).evidence
  }
}
