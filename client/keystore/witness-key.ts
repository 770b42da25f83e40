import { readFile, stat } from 'node:fs/promises'
import { z } from 'zod'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { exportPrivateJwk } from '#crypto/keys/export-private.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { importSigningKey } from '#crypto/keys/import-private.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { type NoteKey, noteKey } from '#crypto/transparency/note-key.js'
import { ClientError } from '../core/client-error.js'
import { cannotRead } from '../files/cannot-read.js'
import { writeDurably } from '../files/write-durably.js'

/**
 * The key file of a witness that is no officer: a machine that only cosigns, with nobody there to type a
 * passphrase. Its owner alone may read it.
 */
const WitnessKeyFile = z.strictObject({
  format: z.literal('rogatory-witness-key'),
  version: z.literal(1),
  name: z.string().min(1).max(256),
  key: z.record(z.string(), z.string()),
})

/**
 * Makes a witness key and keeps it in a file that is new.
 *
 * @throws {@link ClientError} `file-exists`, `file-unwritable`; CryptoError `transparency/note` if the name
 *   cannot be one of a key.
 */
export async function createWitnessKey(path: string, name: string): Promise<NoteKey<SigningKey>> {
  const made = await generateSigningKey('x25519', { extractable: true })
  const key = await noteKey(name, 'cosignature', made)
  const file = {
    format: 'rogatory-witness-key',
    version: 1,
    name,
    key: await exportPrivateJwk(made),
  }
  await writeDurably(path, `${JSON.stringify(file)}\n`, { replace: false })
  return key
}

/** @throws {@link ClientError} `file-unreadable`, `keystore-malformed` */
export async function readWitnessKey(path: string): Promise<NoteKey<SigningKey>> {
  const text = await readFile(path, 'utf8').catch(cannotRead(path))
  if (((await stat(path)).mode & 0o077) !== 0) {
    throw new ClientError(
      'keystore-malformed',
      `${path} can be read by others`,
      `Run: chmod 600 '${path}', or make a new key if somebody may have read it.`,
    )
  }
  const file = WitnessKeyFile.safeParse(parsed(text))
  if (file.success) {
    const { name, key } = file.data
    return noteKey(name, 'cosignature', await importSigningKey(key))
  }
  throw new ClientError(
    'keystore-malformed',
    `${path} is no witness key`,
    'Make one with: rogatory witness key',
  )
}

function parsed(text: string): unknown {
  try {
    return parseJson(text, { maxBytes: 16 * 1024, maxDepth: 4 })
  } catch {
    return undefined
  }
}
