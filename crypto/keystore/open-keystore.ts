import { compactDecrypt } from 'jose'
import { fromUtf8 } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import { deriveKey } from './derive-key.js'
import { KeystoreContent, KeystoreFile } from './keystore-file.js'
import { parseFile } from './parse-file.js'

/**
 * Opens a keystore file.
 *
 * @throws {@link CryptoError} `keystore/malformed` when it is no keystore, `keystore/passphrase` when
 *   the passphrase does not open it (or its ciphertext was changed: the two look the same).
 */
export async function openKeystore(file: string, passphrase: string): Promise<KeystoreContent> {
  const { kdf, jwe } = readKeystoreFile(file)
  const key = await deriveKey(passphrase, kdf)
  const opened = await compactDecrypt(jwe, key, {
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: ['A256GCM'],
    maxDecompressedLength: 0,
  }).catch(() => {
    throw new CryptoError('keystore/passphrase', 'the passphrase does not open this keystore')
  })
  const content = KeystoreContent.safeParse(parseFile(() => fromUtf8(opened.plaintext)))
  if (content.success) return content.data
  throw new CryptoError('keystore/malformed', 'the keystore holds something else than keys')
}

function readKeystoreFile(text: string): KeystoreFile {
  const file = KeystoreFile.safeParse(parseFile(() => text))
  if (file.success) return file.data
  throw new CryptoError('keystore/malformed', 'this file is not a keystore')
}
