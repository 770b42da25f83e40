import { checked } from '../fields/checked.js'
import { BoundKeystoreFile } from './bound-keystore-file.js'
import { deriveBoundKey } from './derive-bound-key.js'
import type { UnlockedKeystore } from './unlock-bound-keystore.js'
import { type NamedAnswer, wrapContentKey } from './wrap-content-key.js'

/**
 * Binds a keystore to one more security key, which opens the same keys under the same passphrase.
 *
 * @param next - the answer of the new one, to the same `prfSalt`.
 * @returns JSON text of the bound keystore.
 * @throws {@link CryptoError} `keystore/malformed` for a security key that it is bound to, for a ninth, and for a
 *   name that is none; `keystore/security-key` for an answer of another length than 32 octets.
 */
export async function addSecurityKey(
  { file, passphraseKey, contentKey }: UnlockedKeystore,
  next: NamedAnswer,
): Promise<string> {
  const key = await deriveBoundKey(passphraseKey, next, file.rpId)
  const securityKeys = [...file.securityKeys, await wrapContentKey(contentKey, key, next)]
  return JSON.stringify(checked(BoundKeystoreFile, { ...file, securityKeys }, 'keystore/malformed'))
}
