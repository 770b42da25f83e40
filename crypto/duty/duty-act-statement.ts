import { CORRESPONDENTS, requireRole } from '../directory/roles.js'
import { type Actor, type OfficerAct, verifyAct } from '../directory/verify-act.js'
import { CryptoError } from '../errors.js'
import { checked } from '../fields/checked.js'
import type { SigningKey } from '../keys/key.js'
import { signStatement } from '../statement/sign-statement.js'
import { DutyAct } from './duty-act.js'

/**
 * Signs what a duty officer does about an alert.
 *
 * @param key - the officer's own.
 * @throws {@link CryptoError} `duty/act` with the names of the members that do not fit.
 */
export async function signDutyAct(act: DutyAct, key: SigningKey): Promise<string> {
  const payload = checked(DutyAct, act, 'duty/act')
  return signStatement({ typ: 'rogatory-duty', payload, key })
}

/**
 * Verifies an act about an alert: an officer who corresponds signed it, for the own authority.
 *
 * @throws {@link CryptoError} `duty/act` if it is for another authority; `directory/role`; and as `verifyAct`.
 */
export async function verifyDutyAct(statement: string, by: Actor): Promise<OfficerAct<DutyAct>> {
  const act = await verifyAct(statement, { typ: 'rogatory-duty', payload: DutyAct }, by)
  requireRole(act.credential, CORRESPONDENTS)
  if (act.payload.authority !== act.credential.payload.authority) {
    throw new CryptoError('duty/act', 'signed by an officer of another authority')
  }
  return act
}
