import { checked } from '../fields/checked.js'
import { BoundKeystoreFile } from './bound-keystore-file.js'
import type { SecurityKeyAnswer } from './derive-bound-key.js'
import { unlockBoundKeystore } from './unlock-bound-keystore.js'

/**
 * The same bound keystore without one of its security keys. Copies made before still open to that one.
 *
 * @param present - the answer of any key that it is bound to.
 * @param credential - in base64url, of the key that goes.
 * @returns JSON text of the bound keystore.
 * @throws {@link CryptoError} `keystore/malformed` for the last one, without which nobody could open it; else as
 *   {@link unlockBoundKeystore}
 */
export async function removeSecurityKey(
  text: string,
  passphrase: string,
  present: SecurityKeyAnswer,
  credential: string,
): Promise<string> {
  const { file } = await unlockBoundKeystore(text, passphrase, present)
  const securityKeys = file.securityKeys.filter((key) => key.credential !== credential)
  return JSON.stringify(checked(BoundKeystoreFile, { ...file, securityKeys }, 'keystore/malformed'))
}
