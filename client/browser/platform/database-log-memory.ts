import { digestOf } from '#crypto/bytes/sha256.js'
import { type LogMemory, ShownBreach } from '../../core/log/log-memory.js'
import type { Database } from '../../keystore/indexed-db/database.js'

type Kept = { readonly origin: string; readonly note: string }

/** What this browser remembers of logs. Of two tabs that advance at once, one is told that it was slower. */
export function databaseLogMemory(database: Database, identity: string): LogMemory {
  return {
    async all() {
      const all = (await database.all('logs', [identity])) as readonly Kept[]
      return new Map(all.map(({ origin, note }) => [origin, note]))
    },
    async advance(origin, from, to) {
      const outcome = await database.change('logs', [identity, origin], (before) =>
        (before as Kept | undefined)?.note === from ? { origin, note: to } : undefined,
      )
      return outcome === 'changed'
    },
    async keepBreach(breach) {
      const name = await digestOf(`${breach.remembered}\n${breach.shown ?? ''}`)
      await database.change('breaches', [identity, name], (before) =>
        before === undefined ? breach : undefined,
      )
    },
    async breaches() {
      const all = await database.all('breaches', [identity])
      return all.map((one) => ShownBreach.parse(one)).sort((a, b) => (a.seen < b.seen ? -1 : 1))
    },
  }
}
