import { randomUUID } from 'node:crypto'
import { link, lstat, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ClientError } from '../core/client-error.js'
import type { ContradictedClaim } from '../core/content/contradicted-claim.js'
import type { DocumentSink } from '../core/ports.js'
import type { DocumentScanner } from './document-scanner.js'
import { systemCode, unwritable } from './unwritable.js'
import { writeBehind } from './write-behind.js'

type DiskSinkOptions = {
  readonly replace?: boolean
  /** Another path for octets that contradict their name or type; that of all others unless told. */
  readonly pathFor?: (contradicted: ContradictedClaim) => string
  /** Looks at what was written, whole and flushed, before it gets its name; when it throws, it gets none. */
  readonly scan?: DocumentScanner | undefined
}

/**
 * A file to be written. Octets go to a file of a name that nobody can foresee, `.….partial` in the
 * same folder; only `commit` gives them their name, flushed, and never over a file that is there
 * unless `replace` is set. `discard` takes the name away again when `commit` could not make it
 * durable, save where it has replaced something.
 *
 * @throws {@link ClientError} `file-exists` when its path is taken, here or at `commit`;
 *   `file-unwritable` from any call, such as when the disk is full; as `scan`.
 */
export async function diskSink(
  path: string,
  { replace = false, pathFor = () => path, scan }: DiskSinkOptions = {},
): Promise<DocumentSink> {
  if (!replace && (await exists(path))) throw taken(path)
  const orUnwritable = (error: unknown): never => {
    throw error instanceof ClientError ? error : unwritable(path, error)
  }
  const partial = join(dirname(path), `.${randomUUID()}.partial`)
  // `wx`: no link that somebody has laid out is followed.
  const file = await open(partial, 'wx', 0o600).catch(orUnwritable)
  const writing = writeBehind(file)
  /** Named so, and not for good yet: a crash of the system may still take the name away. */
  let provisional: string | undefined

  async function finish(named: string): Promise<void> {
    await writing.flush()
    await file.close()
    await scan?.(partial)
    await (replace ? rename(partial, named) : nameNew(partial, named))
    // What was replaced is gone: then the new one is better than none.
    if (!replace) provisional = named
    await rm(partial, { force: true })
    await syncFolder(dirname(named))
    provisional = undefined
  }
  return {
    write: (chunk) => writing.write(chunk).catch(orUnwritable),
    commit: (contradicted) =>
      finish(contradicted === undefined ? path : pathFor(contradicted)).catch(orUnwritable),
    async discard() {
      await writing.flush().catch(() => undefined)
      await file.close().catch(() => undefined)
      await rm(partial, { force: true })
      if (provisional !== undefined) await rm(provisional, { force: true })
      provisional = undefined
    },
  }
}

/** A second name that must be new: no file is overwritten, whoever was faster. */
async function nameNew(partial: string, path: string): Promise<void> {
  try {
    await link(partial, path)
  } catch (error) {
    if (systemCode(error) === 'EEXIST' || (await exists(path))) throw taken(path)
    // Some file systems know one name a file only, such as those of USB sticks.
    await rename(partial, path)
  }
}

/** Makes a rename durable: the folder's own entry must reach the disk. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )

const taken = (path: string) =>
  new ClientError('file-exists', `${path} exists`, 'Choose another folder or remove the file.')
