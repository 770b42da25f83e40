import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import mongoose, { type Connection } from 'mongoose'

/** A database of its own on the real MongoDB of this test run. */
export async function testDatabase(): Promise<{
  connection: Connection
  drop: () => Promise<void>
}> {
  const connection = await openTestDatabase(`t${randomBytes(8).toString('hex')}`)
  return {
    connection,
    async drop() {
      await connection.dropDatabase()
      await connection.close()
    },
  }
}

/** Opens a database by name: for the second process of a test. */
export const openTestDatabase = (name: string, uri = testMongodbUri()): Promise<Connection> =>
  mongoose
    .createConnection(uri, {
      dbName: name,
      writeConcern: { w: 'majority', journal: true },
      serverSelectionTimeoutMS: 5000,
    })
    .asPromise()

export const testMongodbUri = (): string => fromRun('ROGATORY_TEST_MONGODB_URI')
export const testRedisUrl = (): string => fromRun('ROGATORY_TEST_REDIS_URL')

/** A namespace of its own on the real Redis of this test run. */
export function testRedis() {
  const redis = new Redis(testRedisUrl(), { maxRetriesPerRequest: null })
  const prefix = `t${randomBytes(8).toString('hex')}`
  /** What `FLUSHALL` would do, to this namespace only. */
  const flush = async () => {
    const keys = await redis.keys(`${prefix}*`)
    if (keys.length > 0) await redis.del(...keys)
  }
  const drop = async () => {
    await flush()
    redis.disconnect()
  }
  return { redis, prefix, flush, drop }
}

/** A connection that reads announcements, and when it has begun to. */
export function testReader(redis: Redis) {
  const connectionName = `r${randomBytes(8).toString('hex')}`
  const reader = redis.duplicate({ connectionName })
  reader.on('error', () => undefined)
  const isReading = new RegExp(` name=${connectionName} .* cmd=xread `)
  const reading = async () => {
    while (!isReading.test(String(await redis.client('LIST')))) await sleep(5)
  }
  return { reader, reading }
}

function fromRun(name: string): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set: run the tests with npm test`)
  return value
}
