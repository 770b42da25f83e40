import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { SearchStore } from '../core/search/search-index.js'
import { makeFolder } from './make-folder.js'
import { writeDurably } from './write-durably.js'

const NAME = /^\d{5}$/

/** The search index in a folder, a sealed file a shard. What cannot be read is made again. */
export function diskSearchStore(root: string): SearchStore {
  const file = (name: string) => {
    if (!NAME.test(name)) throw new TypeError('not the name of a shard')
    return join(root, `${name}.sealed`)
  }
  return {
    names: async () =>
      (await readdir(root).catch(() => [])).flatMap((name) =>
        name.endsWith('.sealed') && NAME.test(name.slice(0, 5)) ? name.slice(0, 5) : [],
      ),
    read: (name) => readFile(file(name), 'utf8').catch(() => undefined),
    async write(name, sealed) {
      await makeFolder(root)
      await writeDurably(file(name), sealed)
    },
    remove: (name) => rm(file(name), { force: true }),
  }
}
