import { Revocation } from '#crypto/directory/revocation.js'
import { keysInForce } from '#crypto/directory/entry-in-force.js'
import { verifyRevocation } from '#crypto/directory/verify-revocation.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { EvidenceItem } from '../../contract/wire.js'
import { acceptStatement } from './accept-statement.js'
import { departInTurn, type DeparturePorts } from './depart-in-turn.js'
import type { GiveNotice } from '../notices/give-notice.js'
import { Refusal } from '../errors.js'
import { orInvalid } from '../or-invalid.js'
import { requireEntry } from './require-entry.js'

export type PublishRevocation = ReturnType<typeof publishRevocation>

/**
 * Publishes the revocation of an officer's key by its authority: evidence X.3. Accepted from a
 * suspended authority too, since it only takes power away. A compromised key is revoked even if it is
 * the last administrator's: the thief must not keep it.
 *
 * @throws {@link Refusal} `authority-unknown`, `statement-invalid`, `last-admin`
 */
export function publishRevocation(ports: DeparturePorts & { readonly giveNotice: GiveNotice }) {
  const { authorities, clock, giveNotice } = ports

  return async ({
    revocation: statement,
  }: {
    readonly revocation: string
  }): Promise<EvidenceItem> => {
    const now = clock.now()
    const claimed = await orInvalid('revocation', readStatement(statement))
    const shape = Revocation.safeParse(claimed.payload)
    if (claimed.typ !== 'rogatory-revocation' || !shape.success) {
      throw new Refusal('statement-invalid', 'revocation: not a revocation')
    }
    const { authority, kid } = shape.data
    const { entry } = await requireEntry(authorities, authority, now, 'now')
    const verified = await orInvalid('revocation', verifyRevocation(statement, entry))
    // It is verified as of the moment it declares; a key that has ended since declares nothing more.
    if (!keysInForce(entry, 'credentials', now).some((key) => key.kid === verified.kid)) {
      throw new Refusal('statement-invalid', 'revocation: its key is not in force any more')
    }
    const key = `revocation/${kid}/${verified.digest}`
    const accept = verified.payload.reason === 'compromised' ? acceptStatement : departInTurn
    const { evidence } = await accept(ports, verified, key)
    const told = { kind: 'officer.access', authority, kid, what: 'revocation' } as const
    await giveNotice({ ...told, client: null }, verified.digest)
    return evidence
  }
}
