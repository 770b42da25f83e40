import { randomUUID } from 'node:crypto'
import { link, lstat, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ClientError } from '../core/client-error.js'
import type { DocumentSink } from '../core/ports.js'
import { writeBehind } from './write-behind.js'

/**
 * A file to be written. Octets go to a file of a name that nobody can foresee, `.….partial` in the
 * same folder; only `commit` gives them their name, flushed, and never over a file that is there
 * unless `replace` is set.
 *
 * @throws {@link ClientError} `file-exists` when `path` is taken, here or at `commit`;
 *   `file-unwritable` from any call, such as when the disk is full.
 */
export async function diskSink(
  path: string,
  { replace = false }: { readonly replace?: boolean } = {},
): Promise<DocumentSink> {
  if (!replace && (await exists(path))) throw taken(path)
  const orUnwritable = (error: unknown): never => {
    throw error instanceof ClientError ? error : unwritable(path, error)
  }
  const partial = join(dirname(path), `.${randomUUID()}.partial`)
  // `wx`: no link that somebody has laid out is followed.
  const file = await open(partial, 'wx', 0o600).catch(orUnwritable)
  const writing = writeBehind(file)

  async function finish(): Promise<void> {
    await writing.flush()
    await file.close()
    await (replace ? rename(partial, path) : nameNew(partial, path))
    await syncFolder(dirname(path))
  }
  return {
    write: (chunk) => writing.write(chunk).catch(orUnwritable),
    commit: () => finish().catch(orUnwritable),
    async discard() {
      await writing.flush().catch(() => undefined)
      await file.close().catch(() => undefined)
      await rm(partial, { force: true })
    },
  }
}

/** A second name that must be new, then the first one goes: no file is overwritten, whoever was faster. */
async function nameNew(partial: string, path: string): Promise<void> {
  try {
    await link(partial, path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || (await exists(path))) throw taken(path)
    // Some file systems know one name a file only, such as those of USB sticks.
    await rename(partial, path)
  }
  await rm(partial, { force: true })
}

/** Makes a rename durable: the folder's own entry must reach the disk. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '-'

const taken = (path: string) =>
  new ClientError('file-exists', `${path} exists`, 'Choose another folder or remove the file.')

function unwritable(path: string, cause: unknown): ClientError {
  const code = codeOf(cause)
  const full = code === 'ENOSPC' || code === 'EDQUOT'
  return new ClientError(
    'file-unwritable',
    full ? `no room on the disk for ${path}` : `cannot write ${path} (${code})`,
    full ? 'Make room, then run the same command again.' : 'Check the folder and its permissions.',
    { cause },
  )
}
