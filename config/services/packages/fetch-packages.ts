import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { scratchApt, unpack } from './apt.js'

/** Mixing another C library with the machine's own dynamic loader crashes every program. */
const NEVER_BESIDE_THE_SYSTEM = /^(libc6|libc-bin)(:|$)/

/** What to fetch, and under which name to keep it. */
export interface PackageSet {
  /** Folder under `.services/packages`. */
  readonly name: string
  /** A newer release of the distribution; then exactly these packages are fetched, without what they need. */
  readonly release?: string
  readonly packages: readonly string[]
}

/**
 * Fetches packages of the distribution and unpacks them into a folder under `.services`, without
 * root and without installing anything. What was fetched once is used again.
 *
 * A set becomes visible whole, by a rename, so that an interrupted or a parallel start never
 * sees half of one.
 *
 * @returns the folder that stands for `/`.
 */
export async function fetchPackages(home: string, set: PackageSet): Promise<string> {
  const target = join(home, 'packages', set.name)
  if (existsSync(join(target, 'complete'))) return target
  const work = join(
    home,
    'packages',
    `.${set.name}-${process.pid}-${randomBytes(4).toString('hex')}`,
  )
  try {
    const apt = await scratchApt(join(work, 'apt'), set.release)
    await apt.update()
    const names =
      set.release === undefined
        ? [...new Set([...set.packages, ...(await apt.missing(...set.packages))])].filter(
            (name) => !NEVER_BESIDE_THE_SYSTEM.test(name),
          )
        : set.packages
    const archives = join(work, 'archives')
    await apt.download(archives, names)
    const tree = join(work, 'tree')
    await mkdir(tree)
    const files = readdirSync(archives).filter((file) => file.endsWith('.deb'))
    for (const file of files) await unpack(join(archives, file), tree)
    await writeFile(join(tree, 'complete'), `${files.sort().join('\n')}\n`)
    await rename(tree, target).catch((error: unknown) => {
      if (!existsSync(join(target, 'complete'))) throw error
    })
    return target
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
