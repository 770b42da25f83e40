import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import { AuthorityId, CaseId } from '#crypto/fields/fields.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { ringClock } from '#server/domain/clocks/ring-clock.js'
import { giveNotice } from '#server/domain/give-notice.js'
import { sweepOutbox } from '#server/domain/sweep-outbox.js'
import { outbox as redisOutbox } from '#server/messaging/outbox.js'
import { redisQueues } from '#server/messaging/queues.js'
import { connectRedis } from '#server/messaging/redis.js'
import { silentLogger } from '#server/observability/logger.js'
import type { Storage } from '#server/storage/connect-storage.js'
import { consigning, openStorage } from '#test/support/consigning.js'
import { openTestDatabase, testRedis, testRedisUrl } from '#test/support/test-services.js'
import { after as later, NOW } from '#test/support/world/moments.js'
import { consume } from '#workers/worker.js'

const DAY = 24 * 3600
const authority = AuthorityId.parse('xa.moj')

/** Real MongoDB, Redis and BullMQ under a clock of its own: four months pass in seconds. */
describe('clocks over months', function () {
  this.timeout(60_000)
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

  /** Waits until the workers have done all that is due, for as long as a busy machine may take. */
  async function settle(sweep: () => Promise<number>) {
    const givenUp = performance.now() + 15_000
    while ((await storage.jobs.backlog(now)).overdue > 0) {
      if (performance.now() > givenUp) expect.fail(`jobs of ${now.toISOString()} are not done`)
      await storage.jobs.hasten(now, now)
      await sweep()
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  it('warns and lapses once each, on its day, whatever is doubled or forgotten', async () => {
    const outbox = redisOutbox(storage.jobs, queues, clock)
    const announcer = { tell: () => undefined }
    const told = giveNotice({ notices: storage.notices, announcer, clock })
    const ring = ringClock({ clocks: storage.clocks, giveNotice: told, outbox, clock })
    const key = await generateSigningKey('x25519')
    const harness = {
      processors: {
        ...consigning(storage, key, outbox),
        // Every job comes twice, at once.
        'clocks.asked': async (about: Parameters<typeof ring>[0]) => {
          await Promise.all([ring(about), ring(about)])
        },
      },
      ...{ pending: storage.jobs, clock, log: silentLogger },
    }
    const redis = { connection: patient, prefix: namespace.prefix }
    workers.push(consume('clocks', harness, redis), consume('clocks', harness, redis))

    const dues = [10, 30, 60, 120]
    for (const [place, days] of dues.entries()) {
      const name = place.toString(16).padStart(64, 'a')
      await storage.clocks.keep({
        ...{ authority, clock: name, revision: 1, state: 'running', keptAt: NOW },
        case: CaseId.parse('019ca8a0-3e80-7000-8000-000000000002'),
        ...{ evidence: 'e'.repeat(64), statement: 's', digest: name, credential: 'c' },
        ...{ due: later(NOW, days * DAY), warnings: [later(NOW, (days - 7) * DAY)] },
      })
      const about = { authority, clock: name }
      await outbox.ask('clocks.asked', about, { notBefore: later(NOW, (days - 7) * DAY) })
    }
    const sweep = sweepOutbox({ pending: storage.jobs, queues, clock })
    for (let day = 2; day <= 121; day += 1) {
      now = later(NOW, day * DAY)
      if (day === 29 || day === 100) await namespace.flush()
      await sweep()
      await settle(sweep)
    }
    const days = (kind: 'clock.warning' | 'clock.lapsed') =>
      storage.notices
        .newest(authority, kind, 99)
        .then((all) =>
          all
            .map(({ at }) => Math.round((Date.parse(at) - NOW.getTime()) / 1000 / DAY))
            .sort((a, b) => a - b),
        )
    expect(await days('clock.warning')).to.deep.equal(dues.map((due) => due - 7))
    expect(await days('clock.lapsed')).to.deep.equal(dues)
  })
})
