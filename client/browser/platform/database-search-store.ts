import type { SearchStore } from '../../core/search/search-index.js'
import type { Database } from '../../keystore/indexed-db/database.js'

type Shard = { readonly name: string; readonly sealed: string }

/** The search index of one identity in the browser's database: sealed, as drafts are. */
export function databaseSearchStore(database: Database, identity: string): SearchStore {
  return {
    names: async () =>
      ((await database.all('search', [identity])) as readonly Shard[]).map(({ name }) => name),
    read: async (name) =>
      ((await database.get('search', [identity, name])) as Shard | undefined)?.sealed,
    write: (name, sealed) =>
      database.put('search', [identity, name], { name, sealed } satisfies Shard),
    remove: (name) => database.remove('search', [identity, name]),
  }
}
