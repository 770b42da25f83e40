import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { ConfigurationError } from '#config/configuration-error.js'
import { loadBackendTls } from '#config/backends/load-backend-tls.js'
import type { Config } from '#config/schema.js'
import { CryptoError } from '#crypto/errors.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { checkKeptParts, type PartsFound } from './domain/blobs/check-kept-parts.js'
import { auditStoredLog, type LogAudit } from './domain/log/audit-stored-log.js'
import type { BlobKey, BlobStore } from './domain/ports.js'
import { loadIdentity } from './identity/load-identity.js'
import { openBlobs } from './open-blobs.js'
import { renewableContext } from './tls/renewable-context.js'
import { connectStorage } from './storage/connect-storage.js'

export type CheckOptions = {
  /** Files that hold a checkpoint of this log: a note as it was signed, or a proof bundle. */
  readonly notes: readonly string[]
  readonly parts: 'digests' | 'lengths' | 'skip'
}

/**
 * Holds a database, as after a restore, against what was signed; see {@link auditStoredLog} and
 * {@link checkKeptParts}. It also holds the relay's keys against its entry. Nothing is written.
 *
 * @throws `ConfigurationError`; `LogFault` or `CryptoError` when it is not the same log; an error of the
 *   driver when MongoDB does not answer.
 */
export async function checkStoredLog(
  config: Config,
  options: CheckOptions,
): Promise<LogAudit & { readonly parts: PartsFound | undefined }> {
  const now = () => new Date()
  const { logKey } = await loadIdentity(config, now())
  const notes = await Promise.all(options.notes.map(readNote))
  const storage = await connectStorage(config.mongodb.reveal(), {
    tls: renewableContext(loadBackendTls(config, 'MONGODB')).options,
  })
  try {
    const audit = await auditStoredLog({ log: storage.log, key: logKey, notes })
    if (options.parts === 'skip') return { ...audit, parts: undefined }
    const { blobs } = await openBlobs(config, { now })
    const parts = await checkKeptParts({
      ...storage,
      blobs,
      ...(options.parts === 'digests' ? { digestOf: digestsOf(blobs) } : {}),
    })
    return { ...audit, parts }
  } finally {
    await storage.close()
  }
}

async function readNote(path: string): Promise<string> {
  const octets = await readFile(path).catch(() => {
    throw new ConfigurationError(`${path} cannot be read`)
  })
  const text = octets.toString('utf8')
  if (!text.trimStart().startsWith('{')) return text
  try {
    const { log } = parseBundle(octets)
    if (log !== null) return log.checkpoint
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error
  }
  throw new ConfigurationError(`${path} holds no checkpoint: give a note, or a proof bundle`)
}

const digestsOf = (blobs: BlobStore) => async (key: BlobKey) => {
  const hash = createHash('sha256')
  for await (const chunk of blobs.read(key)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
