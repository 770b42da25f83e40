import { CORRESPONDENTS, requireRole } from '../directory/roles.js'
import { type Actor, type OfficerAct, verifyAct } from '../directory/verify-act.js'
import { CryptoError } from '../errors.js'
import { checked } from '../fields/checked.js'
import type { SigningKey } from '../keys/key.js'
import { signStatement } from '../statement/sign-statement.js'
import { Assignment } from './assignment.js'

/**
 * Signs who has a case.
 *
 * @param key - the officer's own who assigns it.
 * @throws {@link CryptoError} `assignment/statement` with the names of the members that do not fit.
 */
export async function signAssignment(assignment: Assignment, key: SigningKey): Promise<string> {
  const payload = checked(Assignment, assignment, 'assignment/statement')
  return signStatement({ typ: 'rogatory-assignment', payload, key })
}

/**
 * Verifies who has a case: an officer who corresponds signed it, for the own authority. Whether whoever
 * has it is an officer still is for the caller to ask.
 *
 * @throws {@link CryptoError} `assignment/statement` if it is for another authority; `directory/role`; and as
 *   `verifyAct`.
 */
export async function verifyAssignment(
  statement: string,
  by: Actor,
): Promise<OfficerAct<Assignment>> {
  const expected = { typ: 'rogatory-assignment', payload: Assignment } as const
  const assignment = await verifyAct(statement, expected, by)
  requireRole(assignment.credential, CORRESPONDENTS)
  if (assignment.payload.authority !== assignment.credential.payload.authority) {
    throw new CryptoError('assignment/statement', 'signed by an officer of another authority')
  }
  return assignment
}
