import { checked } from '../fields/checked.js'
import { BoundKeystoreFile } from './bound-keystore-file.js'
import type { UnlockedKeystore } from './unlock-bound-keystore.js'

/**
 * The same bound keystore without one of its security keys. Copies made before still open to that one.
 *
 * @param credential - in base64url, of the key that goes.
 * @returns JSON text of the bound keystore.
 * @throws {@link CryptoError} `keystore/malformed` for the last one, without which nobody could open it.
 */
export function removeSecurityKey({ file }: UnlockedKeystore, credential: string): string {
  const securityKeys = file.securityKeys.filter((key) => key.credential !== credential)
  return JSON.stringify(checked(BoundKeystoreFile, { ...file, securityKeys }, 'keystore/malformed'))
}
