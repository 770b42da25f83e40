import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exampleAuthorities } from '#client/example/authorities.js'
import { passphraseIn } from '#client/keystore/officer-at.js'
import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { sealKeystore } from '#crypto/keystore/seal-keystore.js'

/** The least that a keystore may cost: a fifth of what it costs otherwise. */
export const CHEAPEST = { name: 'argon2id', memoryKiB: 19_456, passes: 2, lanes: 1 } as const

/**
 * Seals the keystores of the example anew, so that opening them costs the least. Each command and each
 * session opens one, and most of a test's time on a core went into that.
 */
export async function makeKeystoresCheap(data: string): Promise<void> {
  const files = exampleAuthorities.flatMap((authority) => [
    [authority.data.authority, 'operational.keystore'] as const,
    ...authority.officers.map(({ home }) => [home, 'officer.keystore'] as const),
  ])
  for (const [folder, name] of files) {
    const path = join(data, folder, name)
    const passphrase = await passphraseIn(join(data, folder), 'passphrase')
    const content = await openKeystore(await readFile(path, 'utf8'), passphrase)
    await writeFile(path, await sealKeystore(content, passphrase, CHEAPEST))
  }
}
