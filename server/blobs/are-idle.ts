import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { unlessAbsent } from './disk-error.js'

/** Whether no file of an upload's folder was touched since. */
export async function areIdle(folder: string, since: Date): Promise<boolean> {
  const names = (await unlessAbsent(readdir(folder))) ?? []
  const seen = await Promise.all(names.map((name) => unlessAbsent(stat(join(folder, name)))))
  return seen.every((one) => one === undefined || one.mtime < since)
}
