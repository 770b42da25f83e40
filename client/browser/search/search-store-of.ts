import type { SearchStore } from '../../core/search/search-index.js'
import { openDatabase } from '../../keystore/indexed-db/database.js'
import { databaseSearchStore } from '../platform/database-search-store.js'

let opened: ReturnType<typeof openDatabase> | undefined

/** The index of an identity of this browser. */
export async function searchStoreOf(identity: string): Promise<SearchStore> {
  opened ??= openDatabase()
  // What did not open is tried anew when it is asked for again.
  opened.catch(() => (opened = undefined))
  return databaseSearchStore(await opened, identity)
}
