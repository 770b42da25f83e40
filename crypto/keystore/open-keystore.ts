import { compactDecrypt } from 'jose'
import { fromUtf8 } from '../bytes/bytes.js'
import { parseJson } from '../canonical/parse-json.js'
import { CryptoError } from '../errors.js'
import { deriveKey } from './derive-key.js'
import { KeystoreContent, KeystoreFile } from './keystore-file.js'

const BOUNDS = { maxBytes: 256 * 1024, maxDepth: 8 }

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
  const content = KeystoreContent.safeParse(parsed(() => fromUtf8(opened.plaintext)))
  if (content.success) return content.data
  throw new CryptoError('keystore/malformed', 'the keystore holds something else than keys')
}

function readKeystoreFile(text: string): KeystoreFile {
  const file = KeystoreFile.safeParse(parsed(() => text))
  if (file.success) return file.data
  throw new CryptoError('keystore/malformed', 'this file is not a keystore')
}

/** Undefined for what is no JSON: no schema takes that. */
function parsed(text: () => string): unknown {
  try {
    return parseJson(text(), BOUNDS)
  } catch {
    return undefined
  }
}
