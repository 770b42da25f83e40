import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { ClientError } from '../core/client-error.js'
import {
  type DirectoryMemory,
  SeenRevocation,
  SeenSuspension,
  SeenVersion,
} from '../core/directory/directory-memory.js'
import { writeDurably } from './write-durably.js'

/**
 * What a machine remembers of the directory, in a folder: `<authority>/version-<n>.json`,
 * `<authority>/revocation-<digest>.json` and `<authority>/suspension-<digest>.json`, each written once under a name that must be new, so of two
 * processes the first one's sight stays. `<authority>/told` is the version a person was told of.
 */
export function diskDirectoryMemory(root: string): DirectoryMemory {
  const folderOf = (authority: AuthorityId) => join(root, AuthorityId.parse(authority))

  return {
    async authorities() {
      return (await namesIn(root)).flatMap((name) => AuthorityId.safeParse(name).data ?? []).sort()
    },
    async of(authority) {
      const folder = folderOf(authority)
      const names = await namesIn(folder)
      const [versions, revocations, suspensions] = await Promise.all([
        readAll(folder, names, /^version-\d+\.json$/, SeenVersion),
        readAll(folder, names, /^revocation-[0-9a-f]{64}\.json$/, SeenRevocation),
        readAll(folder, names, /^suspension-[0-9a-f]{64}\.json$/, SeenSuspension),
      ])
      return {
        versions: versions.sort((a, b) => a.version - b.version),
        revocations: revocations.sort((a, b) => (a.digest < b.digest ? -1 : 1)),
        suspensions: suspensions.sort((a, b) => (a.digest < b.digest ? -1 : 1)),
      }
    },
    async keep(authority, { versions, revocations, suspensions }) {
      const folder = folderOf(authority)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const there = new Set(await namesIn(folder))
      const wanted = [
        ...versions.map((one) => [`version-${one.version}.json`, one] as const),
        ...revocations.map((one) => [`revocation-${one.digest}.json`, one] as const),
        ...suspensions.map((one) => [`suspension-${one.digest}.json`, one] as const),
      ]
      // In their order: what a crash leaves has no gap.
      for (const [name, one] of wanted) {
        if (!there.has(name)) await writeOnce(join(folder, name), JSON.stringify(one))
      }
    },
    async told(authority) {
      const text = await readFile(join(folderOf(authority), 'told'), 'utf8').catch(missing)
      return text === undefined ? 0 : Number(/^\d{1,7}$/.exec(text.trim())?.[0] ?? 0)
    },
    async tell(authority, version) {
      await mkdir(folderOf(authority), { recursive: true, mode: 0o700 })
      await writeDurably(join(folderOf(authority), 'told'), `${version}\n`)
    },
  }
}

/** @throws ClientError `directory-memory`: what was damaged is not silently forgotten. */
async function readAll<S extends z.ZodType>(
  folder: string,
  names: readonly string[],
  pattern: RegExp,
  schema: S,
): Promise<z.infer<S>[]> {
  return Promise.all(
    names
      .filter((name) => pattern.test(name))
      .map(async (name) => {
        const path = join(folder, name)
        const read = schema.safeParse(parsed(await readFile(path, 'utf8')))
        if (read.success) return read.data
        throw new ClientError(
          'directory-memory',
          `${path} is damaged: what this home remembers of the directory cannot be read`,
          'Restore it from a backup; or compare the authority’s keys with it by another channel, then remove its folder.',
        )
      }),
  )
}

async function writeOnce(path: string, text: string): Promise<void> {
  await writeDurably(path, `${text}\n`, { replace: false }).catch((error: unknown) => {
    if (!(error instanceof ClientError) || error.code !== 'file-exists') throw error
  })
}

function parsed(text: string): unknown {
  try {
    return parseJson(text, { maxBytes: 64 * 1024, maxDepth: 8 })
  } catch {
    return undefined
  }
}

const namesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(missing)) ?? []

function missing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
