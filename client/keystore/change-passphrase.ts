import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CryptoError } from '#crypto/errors.js'
import { ClientError } from '../core/client-error.js'
import { requireGoodPassphrase } from '../core/officers/passphrase-rule.js'
import { PROTECTED_FILES } from '../core/officers/reseal-file.js'
import { writeDurably } from '../files/write-durably.js'

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
  await requireGoodPassphrase(next)
  const opened = []
  for (const [name, reseal] of PROTECTED_FILES) {
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
