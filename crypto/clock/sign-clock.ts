import { checked } from '../fields/checked.js'
import type { SigningKey } from '../keys/key.js'
import { signStatement } from '../statement/sign-statement.js'
import { ClockRequest } from './clock-request.js'

/**
 * Signs what an officer asks of a clock.
 *
 * @param key - the officer's own.
 * @throws {@link CryptoError} `clock/request` if it is none.
 */
export async function signClock(request: ClockRequest, key: SigningKey): Promise<string> {
  const payload = checked(ClockRequest, request, 'clock/request')
  return signStatement({ typ: 'rogatory-clock', payload, key })
}
