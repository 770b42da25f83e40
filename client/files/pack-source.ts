import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackSource } from '../core/disclosure/check-disclosure.js'
import type { FoundFile } from '../core/disclosure/check-files.js'
import { cannotRead } from './cannot-read.js'
import { measureFile } from './measure-file.js'

/**
 * Everything that lies in a folder, measured. Links, pipes and the like are named and never followed or read; so is a
 * folder with nothing in it.
 *
 * @throws ClientError `file-unreadable`
 */
export async function packSource(folder: string): Promise<PackSource> {
  const at = (path: string) => join(folder, ...path.split('/'))
  return {
    files: await filesIn(folder, ''),
    read: async (path) => new Uint8Array(await readFile(at(path)).catch(cannotRead(at(path)))),
  }
}

async function filesIn(folder: string, prefix: string): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = []
  const entries = await readdir(folder, { withFileTypes: true }).catch(cannotRead(folder))
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const [here, path] = [join(folder, entry.name), `${prefix}${entry.name}`]
    if (entry.isDirectory()) {
      const inside = await filesIn(here, `${path}/`)
      found.push(...(inside.length > 0 ? inside : [unread(`${path}/`)]))
    } else if (entry.isFile()) {
      const measured = await measureFile(here).catch(cannotRead(here))
      found.push({ path, ...measured, isPlain: true })
    } else found.push(unread(path))
  }
  return found
}

const unread = (path: string): FoundFile => ({ path, length: 0, digest: '', isPlain: false })
