import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readTrustList } from '#crypto/directory/trust-list.js'
import { importSigningKey } from '#crypto/keys/import-private.js'
import { fromPkcs12 } from '#crypto/pki/from-pkcs12.js'
import type { Operator } from '../core/operations/operator.js'
import { cannotRead } from '../files/cannot-read.js'

/**
 * The operator, from the folder that `server/init` has made and the trust list that belongs to it. The
 * folder is kept offline; nothing of it but signatures and certificates is ever sent.
 *
 * @throws ClientError `file-unreadable`; CryptoError `pki/passphrase` among others.
 */
export async function operatorAt(
  folder: string,
  trust: string,
  relay: Operator['relay'],
): Promise<Operator> {
  const inFolder = (name: string) => octetsAt(join(folder, name))
  const text = async (octets: Promise<Uint8Array>) => new TextDecoder().decode(await octets)
  const passphrase = (await text(inFolder('passphrase.txt'))).trim()
  const root = await fromPkcs12(await inFolder('network-root.p12'), passphrase)
  const key = await importSigningKey(JSON.parse(await text(inFolder('operator-key.json'))))
  return { root, key, trust: readTrustList(await text(octetsAt(trust))), relay }
}

const octetsAt = (path: string) =>
  readFile(path).catch(
    cannotRead(path, 'Name the operator’s folder and trust list: --operator, --trust.'),
  )
