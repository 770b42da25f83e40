import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ConfigurationError } from '#config/configuration-error.js'
import type { Config } from '#config/schema.js'
import { readTrustList, type TrustList } from '#crypto/directory/trust-list.js'

/** The trust list that belongs to the relay's keys. @throws `ConfigurationError`; `CryptoError` for what is none. */
export async function loadTrustList({ mountedKeys, folders }: Config): Promise<TrustList> {
  const path = join(mountedKeys ?? dirname(folders.relay), 'trust.json')
  const text = await readFile(path, 'utf8').catch(() => {
    throw new ConfigurationError(`${path} cannot be read; node dist/server/init.js makes it`)
  })
  return readTrustList(text)
}
