import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

const SUFFIX = '.rogatory-proof'

/**
 * The proof bundles that a path names: a file itself, whatever its name; of a folder, all that end in
 * `.rogatory-proof`, however deep, in the order of their names. Links to folders are not followed. What
 * cannot be looked into is named as well, so that whoever reads it says so.
 */
export async function bundlesIn(path: string): Promise<readonly string[]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  return isFolder ? inFolder(path) : [path]
}

async function inFolder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined)
  if (!entries) return [folder]
  const found: string[] = []
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) found.push(...(await inFolder(path)))
    // A pipe of that name would never end.
    else if (entry.name.endsWith(SUFFIX) && (entry.isFile() || entry.isSymbolicLink())) {
      found.push(path)
    }
  }
  return found
}
