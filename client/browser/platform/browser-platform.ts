import { createSHA256 } from 'hash-wasm'
import type { Digester, OpenedRecord, OpenedRecords, Platform } from '../../core/ports.js'
import type { Database } from '../../keystore/indexed-db/database.js'
import { databaseDirectoryMemory } from './database-directory-memory.js'
import { databaseLogMemory } from './database-log-memory.js'
import { originOutgoing } from './origin-outgoing.js'

/** The browser as the client's platform. Each identity remembers for itself, as each home does on disk. */
export function browserPlatform(database: Database, identity: string): Platform {
  return {
    outgoing: originOutgoing(database, identity),
    opened: opened(database, identity),
    seen: databaseDirectoryMemory(database, identity),
    logs: databaseLogMemory(database, identity),
    digester,
    now: () => new Date(),
  }
}

function opened(database: Database, identity: string): OpenedRecords {
  return {
    record: (header, record) => database.put('opened', [identity, header], record),
    find: async (header) =>
      (await database.get('opened', [identity, header])) as OpenedRecord | undefined,
  }
}

/** Hashes in WebAssembly: WebCrypto wants all octets at once. */
function digester(): Digester {
  const hasher = createSHA256()
  return {
    update: async (chunk) => void (await hasher).update(chunk),
    digest: async () => (await hasher).digest('hex'),
    close: () => undefined,
  }
}
