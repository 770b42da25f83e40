import { ClientError } from '../../core/client-error.js'
import { requireGoodPassphrase } from '../../core/officers/passphrase-rule.js'
import { PROTECTED_FILES } from '../../core/officers/reseal-file.js'

export type Resealed = { readonly name: string; readonly octets: Uint8Array<ArrayBuffer> }

/** What may lie in an authority's own folder under a passphrase. */
export const FOLDER_FILES = [...PROTECTED_FILES.keys()].filter(
  (name) => name !== 'officer.keystore',
)

/**
 * The same files under another passphrase. Every one has opened before any is sealed, and each opened once
 * under the new passphrase before it is handed on.
 *
 * @throws ClientError `keystore-passphrase`, `usage` for another file; CryptoError `keystore/…`, `pki/…`
 */
export async function resealFolder(
  files: readonly File[],
  passphrase: string,
  next: string,
): Promise<readonly Resealed[]> {
  await requireGoodPassphrase(next)
  const opened = []
  for (const file of files) {
    const reseal = PROTECTED_FILES.get(file.name)
    if (reseal === undefined || !FOLDER_FILES.includes(file.name)) {
      throw new ClientError('usage', `${file.name} is none of these`, 'Choose others.')
    }
    const octets = new Uint8Array(await file.arrayBuffer())
    opened.push({ name: file.name, reseal, seal: await reseal(octets, passphrase) })
  }
  const resealed = []
  for (const { name, reseal, seal } of opened) {
    const sealed = await seal(next)
    const octets = typeof sealed === 'string' ? new TextEncoder().encode(sealed) : sealed
    await reseal(octets, next)
    resealed.push({ name, octets })
  }
  return resealed
}
