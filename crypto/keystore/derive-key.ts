import { argon2id } from 'hash-wasm'
import { fromBase64Url, hasLoneSurrogate, toUtf8 } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import type { KeystoreFile } from './keystore-file.js'

/** How dear a guess at the passphrase is: Argon2id's memory, passes and lanes. */
export type Derivation = Omit<KeystoreFile['kdf'], 'salt'>

/** The first recommended option of RFC 9106 §4 asks for 2 GiB; this is its second one, in one lane. */
export const DERIVATION: Derivation = {
  name: 'argon2id',
  memoryKiB: 65_536,
  passes: 3,
  lanes: 1,
}

/**
 * The key that a passphrase makes. Passphrases are compared as people type them: Unicode NFC, no
 * trimming.
 *
 * @throws {@link CryptoError} `keystore/passphrase` if there is none, or it is no text.
 */
export async function deriveKey(passphrase: string, kdf: KeystoreFile['kdf']): Promise<Uint8Array> {
  if (passphrase === '' || hasLoneSurrogate(passphrase)) {
    throw new CryptoError('keystore/passphrase', 'a passphrase is a text of one character or more')
  }
  return argon2id({
    password: toUtf8(passphrase.normalize('NFC')),
    salt: fromBase64Url(kdf.salt),
    memorySize: kdf.memoryKiB,
    iterations: kdf.passes,
    parallelism: kdf.lanes,
    hashLength: 32,
    outputType: 'binary',
  })
}
