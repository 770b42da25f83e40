import type { SigningKey } from '../keys/key.js'
import { signStatement } from '../statement/sign-statement.js'
import { checked } from '../fields/checked.js'
import { Revocation } from './revocation.js'

/**
 * Revokes an officer's key from a moment on.
 *
 * @param key - a `credentials` key of the authority's entry.
 * @throws {@link CryptoError} `directory/revocation` if it is no revocation.
 */
export async function signRevocation(revocation: Revocation, key: SigningKey): Promise<string> {
  const payload = checked(Revocation, revocation, 'directory/revocation')
  return signStatement({ typ: 'rogatory-revocation', payload, key })
}
