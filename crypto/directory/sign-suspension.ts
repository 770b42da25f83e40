import type { SigningKey } from '../keys/key.js'
import { signStatement } from '../statement/sign-statement.js'
import { checked } from '../fields/checked.js'
import { Suspension } from './revocation.js'

/**
 * Stops the mail of an authority, or lets it on again.
 *
 * @param key - an `operator` key of the relay's entry.
 * @throws {@link CryptoError} `directory/suspension` if it is no suspension.
 */
export async function signSuspension(suspension: Suspension, key: SigningKey): Promise<string> {
  const payload = checked(Suspension, suspension, 'directory/suspension')
  return signStatement({ typ: 'rogatory-suspension', payload, key })
}
