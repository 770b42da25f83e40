import { createServer, type Server, type Socket } from 'node:net'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Queue } from 'bullmq'
import { expect } from 'chai'
import { jobId } from '#server/contract/job-queue.js'
import type { PendingJobs } from '#server/domain/pending-jobs.js'
import { sweepOutbox } from '#server/domain/sweep-outbox.js'
import { outbox } from '#server/messaging/outbox.js'
import { redisQueues } from '#server/messaging/queues.js'
import { connectRedis } from '#server/messaging/redis.js'
import { mongoOutboxStore } from '#server/storage/outbox-store.js'
import { testDatabase, testRedis, testRedisUrl } from '#test/support/test-services.js'

const clock = { now: () => new Date() }
const about = (n: number) => ({ header: n.toString(16).padStart(64, '0') })
const recipient = 'xb.pgo' as never

describe('the outbox', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>
  let store: PendingJobs
  const closing: (() => unknown)[] = []

  before(async () => {
    database = await testDatabase()
    store = mongoOutboxStore(database.connection)
    await Promise.all(Object.values(database.connection.models).map((m) => m.createIndexes()))
  })
  beforeEach(() => database.connection.collection('outbox').deleteMany({}))
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })
  after(() => database.drop())

  const asked = () => database.connection.collection('outbox').countDocuments()

  function real() {
    const namespace = testRedis()
    const redis = connectRedis(testRedisUrl(), 'impatient')
    const queues = redisQueues(redis, namespace.prefix)
    const receipts = new Queue('receipts', {
      connection: namespace.redis,
      prefix: namespace.prefix,
    })
    closing.push(
      () => namespace.drop(),
      () => redis.disconnect(),
      () => queues.close(),
      () => receipts.close(),
    )
    return { ...namespace, queues, receipts, ready: once(redis, 'ready') }
  }

  it('names a job by what it is about, in one way', () => {
    expect(jobId('receipts.consign', about(1))).to.equal(`receipts.consign/${about(1).header}`)
    expect(jobId('receipts.notified', { recipient, ...about(1) })).to.equal(
      jobId('receipts.notified', { ...about(1), recipient }),
    )
  })

  it('holds a job in MongoDB first and hurries it through Redis', async () => {
    const { queues, receipts, ready } = real()
    await ready
    const box = outbox(store, queues, clock)
    await box.ask('receipts.consign', about(1))
    expect(await asked()).to.equal(1)
    await box.settle()
    const [job] = await receipts.getJobs()
    expect(job).to.deep.include({
      id: `receipts.consign/${about(1).header}`,
      name: 'receipts.consign',
      data: { payload: about(1), early: false },
    })
  })

  it('collapses doubles, in MongoDB as in Redis', async () => {
    const { queues, receipts, ready } = real()
    await ready
    const box = outbox(store, queues, clock)
    await Promise.all(
      Array.from({ length: 20 }, () => box.ask('receipts.notified', { ...about(2), recipient })),
    )
    await box.settle()
    await box.ask('receipts.notified', { ...about(2), recipient })
    await box.settle()
    expect(await asked()).to.equal(1)
    expect(await receipts.getJobCountByTypes('wait', 'delayed', 'active')).to.equal(1)
  })

  it('keeps a job for later out of Redis, and queues it early when it is hastened', async () => {
    const { queues, receipts, ready } = real()
    await ready
    const box = outbox(store, queues, clock)
    await box.ask('receipts.consign', about(3), { notBefore: new Date(Date.now() + 15_000) })
    await box.settle()
    expect(await receipts.getJobCountByTypes('wait', 'delayed')).to.equal(0)
    box.hasten('receipts.consign', about(3))
    await box.settle()
    expect(await receipts.getJobCountByTypes('wait')).to.equal(1)
    expect((await receipts.getJobs())[0]?.data).to.deep.equal({ payload: about(3), early: true })
  })

  it('queues what is due within moments with its delay', async () => {
    const { queues, receipts, ready } = real()
    await ready
    const box = outbox(store, queues, clock)
    await box.ask('receipts.consign', about(4), { notBefore: new Date(Date.now() + 1500) })
    await box.settle()
    const [job] = await receipts.getDelayed()
    expect(job?.opts.delay).to.be.within(1000, 1500)
  })

  for (const [what, address] of [
    ['refuses connections', () => Promise.resolve('redis://127.0.0.1:1')],
    ['accepts and never answers', silentServer],
  ] as const) {
    it(`asks without delay while Redis ${what}`, async () => {
      const redis = connectRedis(await address(), 'impatient')
      const queues = redisQueues(redis, 'x')
      closing.push(() => redis.disconnect())
      const box = outbox(store, queues, clock)
      await box.ask('receipts.consign', about(99))
      const took: number[] = []
      for (let i = 0; i < 20; i++) {
        const began = performance.now()
        await box.ask('receipts.consign', about(100 + i))
        took.push(performance.now() - began)
      }
      took.sort((a, b) => a - b)
      expect(took[10], 'median').to.be.lessThan(50)
      expect(await asked()).to.equal(21)
      await box.settle()
    })
  }

  it('finds after a flush of Redis every job that is not done', async () => {
    const { queues, receipts, ready, flush } = real()
    await ready
    const box = outbox(store, queues, clock)
    const sweep = sweepOutbox({ pending: store, queues, clock })
    await sweep()
    for (let i = 0; i < 30; i++) await box.ask('receipts.consign', about(i))
    await box.ask('receipts.consign', about(77), { notBefore: new Date(Date.now() + 3_600_000) })
    await box.settle()
    expect(await sweep(), 'all is queued and recent').to.equal(0)

    await flush()
    expect(await receipts.getJobCountByTypes('wait')).to.equal(0)
    expect(await sweep()).to.equal(30)
    expect(await receipts.getJobCountByTypes('wait')).to.equal(30)
    expect(await sweep()).to.equal(0)
  })

  it('queues nothing for a far moment, where it would hide that it is wanted earlier', async () => {
    const { queues, receipts, ready } = real()
    await ready
    const [far, near] = [new Date(Date.now() + 3_600_000), new Date()]
    const id = jobId('receipts.consign', about(5))
    // As a version before this one left it: looked for long before it is due.
    const job = { id, name: 'receipts.consign', payload: about(5), due: far } as const
    await store.ask(job, near, near)
    const sweep = sweepOutbox({ pending: store, queues, clock })
    expect(await sweep()).to.equal(0)
    const box = outbox(store, queues, clock)
    await box.ask('receipts.consign', about(5))
    await box.settle()
    expect(await receipts.getJobCountByTypes('wait')).to.equal(1)
  })

  it('finds what was asked for while Redis was away', async () => {
    const away = connectRedis('redis://127.0.0.1:1', 'impatient')
    closing.push(() => away.disconnect())
    const box = outbox(store, redisQueues(away, 'x'), clock)
    await box.ask('receipts.consign', about(1))
    await box.settle()
    const { queues, receipts, ready } = real()
    await ready
    await queues.leaveMark()
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect(await sweepOutbox({ pending: store, queues, clock })()).to.equal(1)
    expect(await receipts.getJobCountByTypes('wait')).to.equal(1)
  })

  async function silentServer(): Promise<string> {
    const sockets = new Set<Socket>()
    const server: Server = createServer((socket) => {
      sockets.add(socket)
      socket.on('error', () => undefined)
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    closing.push(() => {
      for (const socket of sockets) socket.destroy()
      server.close()
    })
    return `redis://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
})
