import { checked } from '../fields/checked.js'
import type { SigningKey } from '../keys/key.js'
import { signStatement } from '../statement/sign-statement.js'
import { SecurityKeyClaim } from './security-key-claim.js'

/**
 * Says which security key is an officer's.
 *
 * @param key - the officer's.
 * @throws {@link CryptoError} `directory/security-key` if it is no such claim.
 */
export async function signSecurityKeyClaim(
  claim: Omit<SecurityKeyClaim, 'kid'>,
  key: SigningKey,
): Promise<string> {
  const whole = { ...claim, kid: key.kid }
  const payload = checked(SecurityKeyClaim, whole, 'directory/security-key')
  return signStatement({ typ: 'rogatory-security-key', payload, key })
}
