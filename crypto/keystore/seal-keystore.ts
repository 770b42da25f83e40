import { CompactEncrypt } from 'jose'
import { toBase64Url, toUtf8 } from '../bytes/bytes.js'
import { checked } from '../fields/checked.js'
import { deriveKey, DERIVATION, type Derivation } from './derive-key.js'
import { KeystoreContent, KeystoreFile } from './keystore-file.js'

/**
 * Protects an officer's keys with a passphrase.
 *
 * @param derivation - What guessing a passphrase costs, within the bounds of {@link KeystoreFile}.
 * @returns The keystore file's JSON text.
 * @throws {@link CryptoError} `keystore/malformed` if nobody could open it again: these are no keys,
 *   or too many octets of them; `keystore/passphrase` for an empty passphrase.
 */
export async function sealKeystore(
  content: KeystoreContent,
  passphrase: string,
  derivation: Derivation = DERIVATION,
): Promise<string> {
  const keys = checked(KeystoreContent, content, 'keystore/malformed')
  const kdf = { ...derivation, salt: toBase64Url(crypto.getRandomValues(new Uint8Array(32))) }
  const jwe = await new CompactEncrypt(toUtf8(JSON.stringify(keys)))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ: 'rogatory-keystore' })
    .encrypt(await deriveKey(passphrase, kdf))
  const whole = { format: 'rogatory-keystore', version: 1, kdf, jwe }
  const file = checked(KeystoreFile, whole, 'keystore/malformed')
  return `${JSON.stringify(file, undefined, 2)}\n`
}
