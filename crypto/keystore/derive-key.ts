import { argon2id } from 'hash-wasm'
import { fromBase64Url, toUtf8 } from '../bytes/bytes.js'
import type { KeystoreFile } from './keystore-file.js'

/** The first recommended option of RFC 9106 §4 asks for 2 GiB; this is its second one, in one lane. */
export const DERIVATION = { name: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 1 } as const

/** Passphrases are compared as people type them: Unicode NFC, no trimming. */
export function deriveKey(passphrase: string, kdf: KeystoreFile['kdf']): Promise<Uint8Array> {
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
