import type { SigningKey } from '../keys/key.js'
import { signStatement } from '../statement/sign-statement.js'
import { checked } from '../fields/checked.js'
import { OfficerCredential } from './officer-credential.js'

/**
 * Vouches for an officer's keys and roles.
 *
 * @param key - a `credentials` key of the authority's entry.
 * @throws {@link CryptoError} `directory/credential` if it is no credential.
 */
export async function signCredential(
  credential: OfficerCredential,
  key: SigningKey,
): Promise<string> {
  const payload = checked(OfficerCredential, credential, 'directory/credential')
  return signStatement({ typ: 'rogatory-officer', payload, key })
}
