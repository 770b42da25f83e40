import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CryptoError } from '#crypto/errors.js'
import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { sealKeystore } from '#crypto/keystore/seal-keystore.js'
import { openIdentityKey, sealIdentityKey } from '#crypto/pki/encrypted-key.js'
import { fromPkcs12 } from '#crypto/pki/from-pkcs12.js'
import { toPkcs12 } from '#crypto/pki/to-pkcs12.js'
import { ClientError } from '../core/client-error.js'
import { requireGoodPassphrase } from '../core/passphrase-rule.js'
import { writeDurably } from '../files/write-durably.js'

/** Opens the octets of a file under a passphrase; what comes back seals them under another. */
type Reseal = (
  octets: Uint8Array,
  passphrase: string,
) => Promise<(next: string) => Promise<string | Uint8Array>>

const text = (octets: Uint8Array) => new TextDecoder().decode(octets)

const keystore: Reseal = async (octets, passphrase) => {
  const content = await openKeystore(text(octets), passphrase)
  return (next) => sealKeystore(content, next)
}
const pkcs12: Reseal = async (octets, passphrase) => {
  const identity = await fromPkcs12(octets, passphrase)
  return (next) => toPkcs12(identity, next)
}
const identityKey: Reseal = async (octets, passphrase) => {
  const key = await openIdentityKey(text(octets), passphrase)
  return (next) => sealIdentityKey(key, next)
}

/** The files that a passphrase protects, in an officer's home and in an authority's own folder. */
const FILES: readonly (readonly [string, Reseal])[] = [
  ['officer.keystore', keystore],
  ['operational.keystore', keystore],
  ['operational.next.keystore', keystore],
  ['identity.p12', pkcs12],
  ['identity-key.pem', identityKey],
]

/**
 * Puts everything of a folder under another passphrase. Nothing is written before every file has opened;
 * files that the new passphrase opens already were changed by a call that broke off, so the same call again
 * completes it.
 *
 * @returns the names of the files that are under the new passphrase now.
 * @throws {@link ClientError} `keystore-passphrase` for one against the rule, `file-unreadable` for a folder
 *   without such files; CryptoError `keystore/passphrase`, `pki/passphrase` among others.
 */
export async function changePassphrase(
  folder: string,
  passphrase: string,
  next: string,
): Promise<readonly string[]> {
  requireGoodPassphrase(next)
  const opened = []
  for (const [name, reseal] of FILES) {
    const path = join(folder, name)
    const octets = await readFile(path).catch(() => undefined)
    if (octets === undefined) continue
    const seal = await reseal(octets, passphrase).catch(async (error: unknown) => {
      if (!isPassphrase(error)) throw error
      const isDone = await reseal(octets, next).then(
        () => true,
        () => false,
      )
      if (isDone) return undefined
      throw error
    })
    opened.push({ name, path, seal })
  }
  if (opened.length === 0) {
    throw new ClientError(
      'file-unreadable',
      `${folder} holds nothing under a passphrase`,
      'Name your home with --home, or your authority’s folder with --authority-keys.',
    )
  }
  for (const { path, seal } of opened) {
    if (seal !== undefined) await writeDurably(path, await seal(next))
  }
  return opened.map(({ name }) => name)
}

const isPassphrase = (error: unknown): boolean =>
  error instanceof CryptoError && /^(keystore|pki).passphrase$/.test(error.code)
