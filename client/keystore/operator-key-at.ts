import { readFile } from 'node:fs/promises'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { importSigningKey } from '#crypto/keys/import-private.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { cannotRead } from '../files/cannot-read.js'

/**
 * The operator's key, from `operator-key.json` of the operator's folder, without the network's root beside it.
 *
 * @throws ClientError `file-unreadable`; CryptoError for what is no key.
 */
export async function operatorKeyAt(path: string): Promise<SigningKey> {
  const text = await readFile(path, 'utf8').catch(
    cannotRead(path, 'Name operator-key.json of the operator’s folder: --operator-key.'),
  )
  return importSigningKey(parseJson(text, { maxBytes: 16 * 1024, maxDepth: 4 }))
}
