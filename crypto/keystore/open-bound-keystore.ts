import type { SecurityKeyAnswer } from './derive-bound-key.js'
import type { KeystoreContent } from './keystore-file.js'
import { unlockBoundKeystore } from './unlock-bound-keystore.js'

/**
 * Opens a keystore that is bound to security keys.
 *
 * @param answer - of one of them, to the file's `prfSalt`.
 * @throws {@link CryptoError} as {@link unlockBoundKeystore}
 */
export async function openBoundKeystore(
  file: string,
  passphrase: string,
  answer: SecurityKeyAnswer,
): Promise<KeystoreContent> {
  return (await unlockBoundKeystore(file, passphrase, answer)).content
}
