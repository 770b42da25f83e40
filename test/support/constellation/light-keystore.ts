import { readFile, writeFile } from 'node:fs/promises'
import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { sealKeystore } from '#crypto/keystore/seal-keystore.js'

/** The least that a keystore may cost: a fifth of what it costs otherwise. */
const LIGHTEST = { name: 'argon2id', memoryKiB: 19_456, passes: 2, lanes: 1 } as const

/**
 * Makes a keystore open as quickly as one may: what every command and every session pays for the sake of
 * its passphrase is most of what it costs.
 */
export async function lightKeystore(path: string, passphraseFile: string): Promise<void> {
  const passphrase = (await readFile(passphraseFile, 'utf8')).trim()
  const content = await openKeystore(await readFile(path, 'utf8'), passphrase)
  await writeFile(path, await sealKeystore(content, passphrase, LIGHTEST))
}
