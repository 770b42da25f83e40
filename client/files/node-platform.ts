import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Digester, Platform } from '../core/ports.js'
import { diskDirectoryMemory } from './disk-directory-memory.js'
import { diskLogMemory } from './disk-log-memory.js'
import { diskOpened } from './disk-opened.js'
import { diskOutgoing } from './disk-outgoing.js'
import { threadedDigester } from './threaded-digester.js'

/** A thread costs some milliseconds to start: below this many octets it does not pay. */
const WORTH_A_THREAD = 8 * 1024 * 1024

/** Node as the client's platform; what it keeps lies under `home`. */
export function nodePlatform(home: string): Platform {
  return {
    outgoing: diskOutgoing(join(home, 'outgoing')),
    opened: diskOpened(join(home, 'opened')),
    seen: diskDirectoryMemory(join(home, 'directory')),
    logs: diskLogMemory(join(home, 'log')),
    digester: (length) => (length < WORTH_A_THREAD ? plainDigester() : threadedDigester()),
    now: () => new Date(),
  }
}

function plainDigester(): Digester {
  const hash = createHash('sha256')
  return {
    update: (chunk) => {
      hash.update(chunk)
      return Promise.resolve()
    },
    digest: () => Promise.resolve(hash.digest('hex')),
    close: () => undefined,
  }
}
