import type { Actor, OfficerAct } from '../directory/verify-act.js'
import { verifyAct } from '../directory/verify-act.js'
import { requireRole } from '../directory/roles.js'
import type { Role } from '../directory/officer-credential.js'
import { CryptoError } from '../errors.js'
import { checked } from '../fields/checked.js'
import type { SigningKey } from '../keys/key.js'
import { signStatement } from '../statement/sign-statement.js'
import { DutyRoster } from './duty-roster.js'

/** Who may say who is on duty. */
export const ROSTER_KEEPERS: readonly Role[] = ['duty', 'admin']

/**
 * Signs a duty roster, with the key of an officer who has the role `duty` or `admin`.
 *
 * @throws {@link CryptoError} `duty/roster` with the names of the members that do not fit.
 */
export async function signRoster(roster: DutyRoster, key: SigningKey): Promise<string> {
  const payload = checked(DutyRoster, roster, 'duty/roster')
  return signStatement({ typ: 'rogatory-roster', payload, key })
}

/**
 * Verifies a duty roster by the officer whose credential comes with it.
 *
 * @throws {@link CryptoError} `duty/roster` if the officer is of another authority; `directory/role`; and as
 *   `verifyAct`.
 */
export async function verifyRoster(statement: string, by: Actor): Promise<OfficerAct<DutyRoster>> {
  const roster = await verifyAct(statement, { typ: 'rogatory-roster', payload: DutyRoster }, by)
  requireRole(roster.credential, ROSTER_KEEPERS)
  if (roster.payload.authority !== roster.credential.payload.authority) {
    throw new CryptoError('duty/roster', 'signed by an officer of another authority')
  }
  return roster
}
