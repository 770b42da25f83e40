import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import { sweepOutbox } from '#server/domain/sweep-outbox.js'
import { outbox as redisOutbox } from '#server/messaging/outbox.js'
import { redisQueues } from '#server/messaging/queues.js'
import { connectRedis } from '#server/messaging/redis.js'
import { silentLogger } from '#server/observability/logger.js'
import type { Storage } from '#server/storage/connect-storage.js'
import type { Processors } from '#workers/processor.js'
import { consume } from '#workers/worker.js'
import { openStorage } from './consigning.js'
import { openTestDatabase, testRedis, testRedisUrl } from './test-services.js'
import { NOW } from './world/moments.js'

/**
 * Real MongoDB, Redis and BullMQ under a clock of their own, for the tests of one `describe`: months pass in
 * seconds. The clock stands at `NOW` until it is set.
 */
export function simulatedWorkers() {
  const database = `t${randomBytes(8).toString('hex')}`
  const namespace = testRedis()
  const impatient = connectRedis(testRedisUrl(), 'impatient')
  const patient = connectRedis(testRedisUrl(), 'patient')
  const queues = redisQueues(impatient, namespace.prefix)
  let now = NOW
  const clock = { now: () => now }
  let storage: Storage
  const workers: ReturnType<typeof consume>[] = []

  before(async () => {
    storage = await openStorage(database)
    await storage.ensureIndexes()
  })
  after(async () => {
    await Promise.all(workers.map((worker) => worker.close()))
    await queues.close()
    impatient.disconnect()
    patient.disconnect()
    await namespace.drop()
    await storage.close()
    const connection = await openTestDatabase(database)
    await connection.dropDatabase()
    await connection.close()
  })

  return {
    clock,
    storage: () => storage,
    outbox: () => redisOutbox(storage.jobs, queues, clock),
    /** All that Redis holds of these tests is lost. */
    flushRedis: () => namespace.flush(),

    /** Two workers of a queue, so that they contend. */
    start(queue: Parameters<typeof consume>[0], processors: Processors): void {
      const harness = { processors, pending: storage.jobs, clock, log: silentLogger }
      const redis = { connection: patient, prefix: namespace.prefix }
      workers.push(consume(queue, harness, redis), consume(queue, harness, redis))
    },

    setClock: (moment: Date): void => void (now = moment),
    /** Sets the clock, and waits until all that is due is done, for as long as a busy machine may take. */
    async goOnTo(moment: Date): Promise<void> {
      now = moment
      const sweep = sweepOutbox({ pending: storage.jobs, queues, clock })
      await sweep()
      const givenUp = performance.now() + 15_000
      while ((await storage.jobs.backlog(now)).overdue > 0) {
        if (performance.now() > givenUp) expect.fail(`jobs of ${now.toISOString()} are not done`)
        await storage.jobs.hasten(now, now)
        await sweep()
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
  }
}
