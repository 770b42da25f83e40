import type { KeystoreContent } from '#crypto/keystore/keystore-file.js'
import { openBoundKeystore } from '#crypto/keystore/open-bound-keystore.js'
import { readBoundKeystore } from '#crypto/keystore/read-bound-keystore.js'
import { askBoundKey } from './ask-bound-key.js'
import type { SecurityKeys } from './security-keys.js'

/**
 * Opens a bound keystore: the security key is asked first, while a person's hand is near it.
 *
 * @throws CryptoError `keystore/passphrase`, `keystore/security-key`, `keystore/malformed`; as {@link SecurityKeys}
 */
export async function openWithSecurityKey(
  file: string,
  passphrase: string,
  keys: SecurityKeys,
): Promise<KeystoreContent> {
  const answer = await askBoundKey(readBoundKeystore(file), keys)
  return openBoundKeystore(file, passphrase, answer)
}
