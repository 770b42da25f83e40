import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { digestOf } from '#crypto/bytes/sha256.js'
import { exportPrivateJwk } from '#crypto/keys/export-private.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { sweepOutbox } from '#server/domain/sweep-outbox.js'
import { outbox as redisOutbox } from '#server/messaging/outbox.js'
import { redisQueues } from '#server/messaging/queues.js'
import { connectRedis } from '#server/messaging/redis.js'
import { silentLogger } from '#server/observability/logger.js'
import type { Storage } from '#server/storage/connect-storage.js'
import { consigning, openStorage, storedPackage } from '#test/support/consigning.js'
import { openTestDatabase, testRedis, testRedisUrl } from '#test/support/test-services.js'
import { samplePackage } from '#test/support/world/sample-package.js'
import { consume } from '#workers/worker.js'

const clock = { now: () => new Date() }
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('a job, whatever dies', function () {
  this.timeout(300_000)
  const database = `t${randomBytes(8).toString('hex')}`
  const namespace = testRedis()
  const { prefix } = namespace
  const impatient = connectRedis(testRedisUrl(), 'impatient')
  const patient = connectRedis(testRedisUrl(), 'patient')
  const queues = redisQueues(impatient, prefix)
  let storage: Storage
  let key: SigningKey
  let outbox: ReturnType<typeof redisOutbox>
  let sample: Awaited<ReturnType<typeof samplePackage>>
  const workers: ReturnType<typeof consume>[] = []

  before(async () => {
    storage = await openStorage(database)
    await storage.ensureIndexes()
    key = await generateSigningKey('x25519', { extractable: true })
    outbox = redisOutbox(storage.jobs, queues, clock)
  })
  beforeEach(async () => {
    sample = await samplePackage()
  })
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.close()))
    await namespace.flush()
  })
  after(async () => {
    await queues.close()
    impatient.disconnect()
    patient.disconnect()
    await namespace.drop()
    await storage.close()
    const connection = await openTestDatabase(database)
    await connection.dropDatabase()
    await connection.close()
  })

  function work(): void {
    const harness = {
      processors: consigning(storage, key, outbox),
      pending: storage.jobs,
      clock,
      log: silentLogger,
    }
    const redis = { connection: patient, prefix }
    workers.push(consume('receipts', harness, redis, { lockDuration: 1000, stalledInterval: 300 }))
  }

  async function kept(): Promise<string> {
    const header = await digestOf(sample.header)
    await storage.packages.keep(storedPackage(sample, header))
    return header
  }

  /**
   * With the dispatcher at work and in a hurry: a job asked for in the very moment in which BullMQ
   * ends the one before is taken for its double, and is the dispatcher's to find.
   */
  async function untilDone(): Promise<void> {
    const sweep = sweepOutbox({ pending: storage.jobs, queues, clock })
    while ((await storage.jobs.backlog(clock.now())).overdue > 0) {
      await pause(50)
      await storage.jobs.hasten(clock.now(), clock.now())
      await sweep()
    }
  }

  const steps = async (header: string) =>
    (await storage.evidence.chain(header)).map(({ step }) => step)

  it('asked for and run: evidence, and the outbox is empty', async () => {
    const header = await kept()
    work()
    await outbox.ask('receipts.consign', { header })
    await untilDone()
    expect(await steps(header)).to.deep.equal(['A.1', 'D.1/xb.pgo'])
  })

  it('run many times at once, and again: one piece of evidence each', async () => {
    const header = await kept()
    const consign = consigning(storage, key, outbox)['receipts.consign']
    await Promise.all(Array.from({ length: 12 }, () => consign({ header })))
    work()
    work()
    for (let i = 0; i < 5; i++) {
      await outbox.ask('receipts.consign', { header })
      await pause(10)
    }
    await untilDone()
    expect(await steps(header)).to.deep.equal(['A.1', 'D.1/xb.pgo'])
  })

  it('Redis flushed between asking and running: the sweep brings it back', async () => {
    const sweep = sweepOutbox({ pending: storage.jobs, queues, clock })
    await sweep()
    const header = await kept()
    await outbox.ask('receipts.consign', { header })
    await outbox.settle()
    await namespace.flush()
    work()
    await pause(300)
    expect(await steps(header), 'Redis knows of nothing').to.deep.equal([])
    expect(await sweep()).to.equal(1)
    await untilDone()
    expect(await steps(header)).to.deep.equal(['A.1', 'D.1/xb.pgo'])
  })

  it('the worker killed with SIGKILL after A.1: another one finishes', async () => {
    const header = await kept()
    const plan = JSON.stringify({ database, prefix, key: await exportPrivateJwk(key) })
    const script = fileURLToPath(new URL('dying-worker.ts', import.meta.url))
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', '--conditions=source', script, plan],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    await outbox.ask('receipts.consign', { header })
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await steps(header)).to.deep.equal(['A.1'])
    expect(await storage.jobs.backlog(clock.now())).to.include({ overdue: 1 })

    work()
    await untilDone()
    expect(await steps(header)).to.deep.equal(['A.1', 'D.1/xb.pgo'])
  })
})
