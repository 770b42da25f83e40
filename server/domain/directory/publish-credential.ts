import { OfficerCredential } from '#crypto/directory/officer-credential.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { EvidenceItem } from '../../contract/wire.js'
import { acceptStatement } from './accept-statement.js'
import { completeDeparture, departInTurn, type DeparturePorts } from './depart-in-turn.js'
import type { GiveNotice } from '../notices/give-notice.js'
import { isSuspended } from './entry-in-force.js'
import { Refusal } from '../errors.js'
import { orInvalid } from '../or-invalid.js'
import { verifyOfficer } from '../access/verify-officer.js'

export type PublishCredential = ReturnType<typeof publishCredential>

/**
 * Publishes an officer credential, signed by a `credentials` key of its authority's entry in force:
 * evidence X.2. A key belongs to one authority: whoever vouches for it first.
 *
 * @throws {@link Refusal} `authority-unknown`, `authority-suspended`, `statement-invalid`,
 *   `credential-revoked`, `entry-conflict` if another authority vouches for the key; `last-admin` if it takes
 *   that role from the only officer who has it.
 */
export function publishCredential(ports: DeparturePorts & { readonly giveNotice: GiveNotice }) {
  const { authorities, directory, clock, giveNotice } = ports

  return async ({
    credential: statement,
  }: {
    readonly credential: string
  }): Promise<EvidenceItem> => {
    const now = clock.now()
    const claimed = await orInvalid('credential', readStatement(statement))
    const shape = OfficerCredential.safeParse(claimed.payload)
    if (claimed.typ !== 'rogatory-officer' || !shape.success) {
      throw new Refusal('statement-invalid', 'credential: not an officer credential')
    }
    const { authority, kid } = shape.data
    const known = await authorities.of(authority, 'now')
    if (known === undefined) {
      throw new Refusal('authority-unknown', `${authority} is not in the directory`)
    }
    if (isSuspended(known, now)) {
      throw new Refusal('authority-suspended', `${authority} is suspended`)
    }
    const officer = await verifyOfficer(known, statement, now)
    const holder = await directory.findCredential(kid)
    if (holder !== undefined && holder.authority !== authority) {
      throw new Refusal('entry-conflict', 'another authority vouches for this key')
    }
    const key = `officer/${kid}/${officer.digest}`
    const told = { kind: 'officer.access', authority, kid, what: 'credential' } as const
    const isChange = holder !== undefined
    const { evidence } = await keep()
    // The first credential of a key is what its officer has asked for.
    if (isChange) await giveNotice({ ...told, client: null }, officer.digest)
    return evidence

    async function keep() {
      if (!officer.payload.roles.includes('admin')) return departInTurn(ports, officer, key)
      // An earlier word about the same key must not be kept after this one.
      await completeDeparture(ports, authority)
      return acceptStatement(ports, officer, key)
    }
  }
}
