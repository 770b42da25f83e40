import { CompactEncrypt } from 'jose'
import { toBase64Url, toUtf8 } from '../bytes/bytes.js'
import { deriveKey, DERIVATION } from './derive-key.js'
import type { KeystoreContent, KeystoreFile } from './keystore-file.js'

/**
 * Protects an officer's keys with a passphrase.
 *
 * @returns The keystore file's JSON text.
 */
export async function sealKeystore(content: KeystoreContent, passphrase: string): Promise<string> {
  const kdf = { ...DERIVATION, salt: toBase64Url(crypto.getRandomValues(new Uint8Array(32))) }
  const jwe = await new CompactEncrypt(toUtf8(JSON.stringify(content)))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ: 'rogatory-keystore' })
    .encrypt(await deriveKey(passphrase, kdf))
  const file: KeystoreFile = { format: 'rogatory-keystore', version: 1, kdf, jwe }
  return `${JSON.stringify(file, undefined, 2)}\n`
}
