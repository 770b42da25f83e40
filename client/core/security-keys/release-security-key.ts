import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { readBoundKeystore } from '#crypto/keystore/read-bound-keystore.js'
import { removeSecurityKey } from '#crypto/keystore/remove-security-key.js'
import { sealKeystore } from '#crypto/keystore/seal-keystore.js'
import { unlockBoundKeystore } from '#crypto/keystore/unlock-bound-keystore.js'
import { askBoundKey } from './ask-bound-key.js'
import type { SecurityKeys } from './security-keys.js'

/**
 * Takes a security key from a bound keystore, after any key of it has answered. Without its last one it is a
 * keystore file again, under the passphrase alone.
 *
 * @param credential - in base64url, of the key that goes.
 * @returns JSON text of what is to be kept now.
 * @throws CryptoError `keystore/passphrase`, `keystore/security-key`, `keystore/malformed`; as {@link SecurityKeys}
 */
export async function releaseSecurityKey(
  file: string,
  passphrase: string,
  credential: string,
  keys: SecurityKeys,
): Promise<string> {
  const bound = readBoundKeystore(file)
  const unlocked = await unlockBoundKeystore(file, passphrase, await askBoundKey(bound, keys))
  if (bound.securityKeys.some((key) => key.credential !== credential)) {
    return removeSecurityKey(unlocked, credential)
  }
  const sealed = await sealKeystore(unlocked.content, passphrase)
  await openKeystore(sealed, passphrase)
  return sealed
}
