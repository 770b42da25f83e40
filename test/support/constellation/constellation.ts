import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { freePort } from '#config/services/processes/free-port.js'
import { officerAt } from '#client/keystore/officer-at.js'
import { parseVerifierKey } from '#crypto/transparency/note-key.js'
import { initialiseRelay } from '#server/init/initialise-relay.js'
import { openTestDatabase, testMongodbUri, testRedisUrl } from '../test-services.js'
import { copyKeys, enrolBoth } from './enrolled-data.js'
import { gate } from './gate.js'
import { type CodeFrom, type ProductProcess, startProcess } from './product-process.js'

/** So many logical databases a Redis has unless it is told otherwise; the first is everybody's. */
const REDIS_DATABASES = 16

type Options = {
  readonly from?: CodeFrom
  /** Of the public origin: a name, where something asks for one. The relay listens on 127.0.0.1. */
  readonly originHost?: 'localhost'
  /** Of the public origin; where the relay itself listens elsewhere, `env` says so. */
  readonly originPort?: number
  /** Variables that this constellation wants otherwise. */
  readonly env?: Readonly<Record<string, string>>
  /** MongoDB and Redis, when not those of the test run. */
  readonly services?: { readonly mongodbUri: string; readonly redisUrl: string } | undefined
  /** Where ciphertext of parts lies, when not in the data folder. */
  readonly prepare?: ((data: string) => Promise<void>) | undefined
}
export type Constellation = Awaited<ReturnType<typeof constellation>>

/**
 * The whole product: a relay process and a workers process on the real MongoDB and Redis of the test
 * run, in a database of its own, a data folder of its own, with the example authorities enrolled.
 */
export async function constellation({
  from = 'dist',
  originHost,
  originPort,
  env: changes = {},
  services,
  prepare,
}: Options = {}) {
  const data = await mkdtemp(join(tmpdir(), 'rogatory-e2e-'))
  const database = `t${randomBytes(8).toString('hex')}`
  const mongodbUri = services?.mongodbUri ?? testMongodbUri()
  const openDatabase = () => openTestDatabase(database, mongodbUri)
  const redisUrl = services?.redisUrl ?? withPath(testRedisUrl(), String(await freeRedisDatabase()))
  const [mongodb, redis, port] = await Promise.all([
    gate(withPath(mongodbUri, database)),
    gate(redisUrl),
    originPort ?? freePort(),
  ])
  const origin = `http://${originHost ?? '127.0.0.1'}:${port}`
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    RELAY_ID: 'zz.relay',
    RELAY_ORIGIN: origin,
    RELAY_PORT: String(port),
    DATA_DIR: data,
    MONGODB_URI: mongodb.url,
    REDIS_URL: redis.url,
    LOG_LEVEL: 'info',
    TIMESTAMP_INTERVAL_SECONDS: '1',
    CHECKPOINT_INTERVAL_MS: '100',
    OUTBOX_INTERVAL_MS: '200',
    SHUTDOWN_GRACE_SECONDS: '5',
    ...changes,
  }
  const cache = new Redis(redisUrl, { maxRetriesPerRequest: null })
  // It is there again soon: this one asks for as long as it takes.
  cache.on('error', () => undefined)
  await cache.flushdb()
  await copyKeys(data)
  const trust = await initialiseRelay({ dataFolder: data, id: 'zz.relay', origin, at: new Date() })
  await prepare?.(data)

  const running = { relay: start('server/main'), workers: start('workers/main') }
  function start(script: string): ProductProcess {
    return startProcess(script, from, env)
  }
  const stop = () => Promise.all([running.relay.stop(), running.workers.stop()])
  const up = {
    relay: () => running.relay.said('relay.listening'),
    workers: () => running.workers.said('worker.started'),
  }
  await Promise.all([up.relay(), up.workers()])
  await enrolBoth({ data, origin })

  return {
    data,
    origin,
    env,
    trust,
    mongodb,
    redis,
    running,
    home: (name: string) => join(data, name),
    /** Opens the session of an officer of the example: `xa`, `xa-legal`, `xb`, `xb-duty`. */
    officer: (name: string) => officerAt(join(data, name)),
    logKey: () => parseVerifierKey(trust.logs?.[0] ?? ''),
    openDatabase,
    /** All that Redis holds of this constellation is lost. */
    flushRedis: () => cache.flushdb(),
    async kill(name: keyof typeof running) {
      await running[name].kill()
    },
    async restart(name: keyof typeof running) {
      running[name] = start(name === 'relay' ? 'server/main' : 'workers/main')
      await up[name]()
    },
    stop,
    async close() {
      await stop()
      cache.disconnect()
      await Promise.all([mongodb.shut(), redis.shut()])
      const connection = await openDatabase()
      await connection.dropDatabase()
      await connection.close()
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** Counted in Redis itself: whoever runs tests beside us must not get ours, nor empty it. */
async function freeRedisDatabase(): Promise<number> {
  const everybody = new Redis(testRedisUrl(), { maxRetriesPerRequest: null })
  try {
    return ((await everybody.incr('rogatory:test:constellations')) % (REDIS_DATABASES - 1)) + 1
  } finally {
    everybody.disconnect()
  }
}

function withPath(address: string, path: string): string {
  const url = new URL(address)
  url.pathname = `/${path}`
  return url.href
}
