/**
 * A worker process that stops dead after the first piece of evidence of its first job is durable, so
 * that the test can kill it there. It gets what it needs as JSON in its first argument.
 */
import { writeSync } from 'node:fs'
import { importSigningKey } from '#crypto/keys/import-private.js'
import { silentLogger } from '#server/observability/logger.js'
import { connectRedis } from '#server/messaging/redis.js'
import { consigning, openStorage } from '#test/support/consigning.js'
import { testRedisUrl } from '#test/support/test-services.js'
import { consume } from '#workers/worker.js'

const plan = JSON.parse(process.argv[2] ?? '') as { database: string; prefix: string; key: unknown }
const storage = await openStorage(plan.database)
const outbox = { ask: () => Promise.resolve(), hasten: () => undefined }
const announcer = {
  announce: () => {
    writeSync(1, 'first\n')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  },
}
consume(
  'receipts',
  {
    processors: consigning(storage, await importSigningKey(plan.key), outbox, announcer),
    pending: storage.jobs,
    clock: { now: () => new Date() },
    log: silentLogger,
  },
  { connection: connectRedis(testRedisUrl(), 'patient'), prefix: plan.prefix },
  { lockDuration: 1000, stalledInterval: 300 },
)
