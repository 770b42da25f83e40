import { CORRESPONDENTS, requireRole } from '../directory/roles.js'
import { type Actor, type OfficerAct, verifyAct } from '../directory/verify-act.js'
import { CryptoError } from '../errors.js'
import { ClockRequest } from './clock-request.js'

/** What was asked of a clock, with the credential of the officer who asked. */
export type VerifiedClock = OfficerAct<ClockRequest>

/**
 * Verifies a request for a clock: an officer who corresponds signed it, for the own authority.
 *
 * @throws {@link CryptoError} `clock/request` if it is for another authority; `directory/role`; and as
 *   {@link verifyAct}.
 */
export async function verifyClock(statement: string, by: Actor): Promise<VerifiedClock> {
  const request = await verifyAct(statement, { typ: 'rogatory-clock', payload: ClockRequest }, by)
  requireRole(request.credential, CORRESPONDENTS)
  if (request.payload.authority !== request.credential.payload.authority) {
    throw new CryptoError('clock/request', 'signed by an officer of another authority')
  }
  return request
}
