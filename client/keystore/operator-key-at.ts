import { readFile } from 'node:fs/promises'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { importSigningKey } from '#crypto/keys/import-private.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { ClientError } from '../core/client-error.js'

/**
 * The operator's key, from `operator-key.json` of the operator's folder, without the network's root beside it.
 *
 * @throws {@link ClientError} `file-unreadable`; CryptoError for what is no key.
 */
export async function operatorKeyAt(path: string): Promise<SigningKey> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new ClientError(
      'file-unreadable',
      `cannot read ${path}`,
      'Name operator-key.json of the operator’s folder: --operator-key.',
    )
  })
  return importSigningKey(parseJson(text, { maxBytes: 16 * 1024, maxDepth: 4 }))
}
