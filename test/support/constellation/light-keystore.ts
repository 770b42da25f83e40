import { readFile, writeFile } from 'node:fs/promises'
import { CompactEncrypt } from 'jose'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { deriveKey } from '#crypto/keystore/derive-key.js'
import { KeystoreFile } from '#crypto/keystore/keystore-file.js'
import { openKeystore } from '#crypto/keystore/open-keystore.js'

/**
 * Makes a keystore open as quickly as one may: what every command pays for the sake of its passphrase is
 * most of what it costs.
 */
export async function lightKeystore(path: string, passphraseFile: string): Promise<void> {
  const text = await readFile(path, 'utf8')
  const passphrase = (await readFile(passphraseFile, 'utf8')).trim()
  const content = await openKeystore(text, passphrase)
  const file = KeystoreFile.parse(JSON.parse(text))
  const kdf = { ...file.kdf, memoryKiB: 19_456, passes: 2 }
  const jwe = await new CompactEncrypt(toUtf8(JSON.stringify(content)))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ: 'rogatory-keystore' })
    .encrypt(await deriveKey(passphrase, kdf))
  await writeFile(path, JSON.stringify({ ...file, kdf, jwe }))
}
