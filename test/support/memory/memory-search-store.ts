import type { SearchStore } from '#client/core/search/search-index.js'

/** The promises of `SearchStore`, in memory. */
export function memorySearchStore(shards = new Map<string, string>()): SearchStore & {
  readonly shards: Map<string, string>
} {
  return {
    shards,
    names: () => Promise.resolve([...shards.keys()]),
    read: (name) => Promise.resolve(shards.get(name)),
    write: (name, sealed) => Promise.resolve(void shards.set(name, sealed)),
    remove: (name) => Promise.resolve(void shards.delete(name)),
  }
}
