import { randomBytes } from 'node:crypto'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { flushFolder } from '#config/files/flush-folder.js'
import { writeFlushed } from '#config/files/write-flushed.js'

/**
 * Makes a folder with these files appear at once, or leaves the one that is there: after a crash, and
 * when two processes do it together, one whole set exists. Files are readable by their owner only.
 */
export async function createFolder(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  const fresh = `${folder}.${randomBytes(6).toString('hex')}`
  await mkdir(fresh, { recursive: true, mode: 0o700 })
  try {
    for (const [name, content] of Object.entries(files)) {
      await writeFlushed(join(fresh, name), content, 0o600)
    }
    await flushFolder(fresh)
    await rename(fresh, folder)
    await flushFolder(dirname(folder))
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    if (!isTaken(error)) throw error
  }
}

/** Replaces a file at once. */
export async function replaceFile(
  path: string,
  content: string | Uint8Array,
  mode: number,
): Promise<void> {
  const fresh = `${path}.${randomBytes(6).toString('hex')}`
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  try {
    await writeFlushed(fresh, content, mode)
    await rename(fresh, path)
  } catch (error) {
    await rm(fresh, { force: true })
    throw error
  }
  await flushFolder(dirname(path))
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOTEMPTY', 'EEXIST'].includes(String(error.code))
