import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf } from '#crypto/bytes/sha256.js'
import { parseCheckpoint } from '#crypto/transparency/checkpoint.js'
import { parseNote } from '#crypto/transparency/note.js'
import { ClientError } from '../core/client-error.js'
import { type LogMemory, ShownBreach } from '../core/log/log-memory.js'
import { makeFolder } from './make-folder.js'
import { writeDurably } from './write-durably.js'

/**
 * What a machine remembers of logs, in a folder: `<digest of the origin>/<n>.note`, the highest `n` counts.
 * The next one is written under a name that must be new, which is the compare-and-swap: of two
 * processes one gets the number. A process that dies leaves the old note or the new one, never half.
 */
export function diskLogMemory(root: string): LogMemory {
  const breaches = join(root, 'breaches')
  return {
    async all() {
      const found = await Promise.all(
        (await namesIn(root))
          .filter((name) => /^[0-9a-f]{64}$/.test(name))
          .map(async (name) => (await newest(join(root, name)))?.note),
      )
      return new Map(
        found.flatMap((note) => (note === undefined ? [] : [[originOf(note), note] as const])),
      )
    },
    async advance(origin, from, to) {
      const folder = join(root, await digestOf(origin))
      await makeFolder(folder)
      const before = await newest(folder)
      if (before?.note !== from) return false
      const number = (before?.number ?? 0) + 1
      try {
        await writeDurably(join(folder, `${number}.note`), to, { replace: false })
      } catch (error) {
        if (error instanceof ClientError && error.code === 'file-exists') return false
        throw error
      }
      // A number may be free again that others have long passed.
      if ((await newest(folder))?.number !== number) return false
      for (const old of await numbersIn(folder)) {
        if (old < number - 1) await rm(join(folder, `${old}.note`), { force: true })
      }
      return true
    },
    async keepBreach(breach) {
      await makeFolder(breaches)
      const name = await digestOf(`${breach.remembered}\n${breach.shown ?? ''}`)
      const text = `${JSON.stringify(breach, undefined, 2)}\n`
      await writeDurably(join(breaches, `${name}.json`), text, { replace: false }).catch(
        (error: unknown) => {
          if (!(error instanceof ClientError) || error.code !== 'file-exists') throw error
        },
      )
    },
    async breaches() {
      const names = (await namesIn(breaches)).filter((name) => name.endsWith('.json'))
      const kept = await Promise.all(
        names.map(async (name) =>
          ShownBreach.parse(JSON.parse(await readFile(join(breaches, name), 'utf8'))),
        ),
      )
      return kept.sort((a, b) => (a.seen < b.seen ? -1 : 1))
    },
  }
}

/** The note that counts. Another process may remove an older one while we look: then we look again. */
async function newest(folder: string): Promise<{ number: number; note: string } | undefined> {
  for (;;) {
    const number = Math.max(0, ...(await numbersIn(folder)))
    if (number === 0) return undefined
    const note = await readFile(join(folder, `${number}.note`), 'utf8').catch(missing)
    if (note !== undefined) return { number, note }
  }
}

const numbersIn = async (folder: string): Promise<number[]> =>
  (await namesIn(folder)).flatMap((name) => {
    const [, digits] = /^([1-9][0-9]{0,14})\.note$/.exec(name) ?? []
    return digits === undefined ? [] : [Number(digits)]
  })

const namesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(missing)) ?? []

const originOf = (note: string) => parseCheckpoint(parseNote(note).text).origin

function missing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
