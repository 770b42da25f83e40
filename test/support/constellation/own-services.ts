import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { provideMongodb } from '#config/services/mongodb/provide-mongodb.js'
import { provideRedis } from '#config/services/redis/provide-redis.js'
import { checkout } from './product-process.js'
import type { SmallDisk } from './small-disk.js'

export type OwnServices = Awaited<ReturnType<typeof ownServices>>

/** What `keep-running.ts` starts again within a minute, less one. */
const KILLS = 4
const MINUTE_MS = 61_000

/**
 * A MongoDB and a Redis that nobody else uses, for tests that break these themselves. Whichever is killed is
 * started again on the same data by what keeps them running under `npm start`.
 *
 * @param disk - on which both keep what they keep
 */
export async function ownServices(disk?: SmallDisk) {
  const folder = await mkdtemp(join(tmpdir(), 'rogatory-services-'))
  await disk?.mount(folder)
  const env = { ...process.env, MONGODB_URI: '', REDIS_URL: '' }
  const at = { home: join(checkout, '.services'), folder, env, report: () => undefined }
  const [mongodb, redis] = await Promise.all([provideMongodb(at), provideRedis(at)])
  const provided = { mongodb, redis }
  const killed: Record<Name, number[]> = { mongodb: [], redis: [] }
  type Name = keyof typeof provided

  function signal(name: Name, what: NodeJS.Signals): void {
    const pid = provided[name].pid()
    if (pid === undefined) throw new TypeError('nothing is started where an address is given')
    process.kill(pid, what)
  }

  /** One that ends too often would not be started again. */
  async function mayBeKilled(name: Name): Promise<void> {
    const isRecent = (at: number) => performance.now() - at < MINUTE_MS
    while (killed[name].filter(isRecent).length >= KILLS) await sleep(100)
    killed[name].push(performance.now())
  }

  return {
    mongodbUri: mongodb.url,
    redisUrl: redis.url,
    /** SIGKILL; resolves when it is ready again. */
    async kill(name: Name) {
      await mayBeKilled(name)
      const before = provided[name].pid()
      signal(name, 'SIGKILL')
      while (provided[name].pid() === before) await sleep(20)
    },
    pause(name: Name) {
      signal(name, 'SIGSTOP')
    },
    resume(name: Name) {
      signal(name, 'SIGCONT')
    },
    async close() {
      await Promise.all([mongodb.stop(), redis.stop()])
      disk?.unmount()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
