import { expect } from 'chai'
import { jobId } from '#server/contract/job-queue.js'
import type { PendingJob, PendingJobs } from '#server/domain/pending-jobs.js'
import { mongoOutboxStore } from '#server/storage/outbox-store.js'
import { testDatabase } from '#test/support/test-services.js'

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 1) + seconds * 1000)
const job = (n: number, due: Date): PendingJob => {
  const payload = { header: n.toString(16).padStart(64, '0') }
  return { id: jobId('clocks.expiry', payload), name: 'clocks.expiry', payload, due }
}
const patience = { least: 10_000, most: 60_000 }
const run = (startedAt: Date, early = false) => ({ startedAt, early })

describe('the outbox in MongoDB', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>
  let store: PendingJobs
  const raw = () => database.connection.collection('outbox').find().sort({ _id: 1 }).toArray()
  const overlooked = async (now: Date) =>
    (await store.overlooked(now, 100)).map(({ id, due }) => [Number(`0x${id.slice(-8)}`), due])

  before(async () => {
    database = await testDatabase()
    store = mongoOutboxStore(database.connection)
    await Promise.all(Object.values(database.connection.models).map((m) => m.createIndexes()))
  })
  beforeEach(() => database.connection.collection('outbox').deleteMany({}))
  after(() => database.drop())

  it('keeps one job however often it is asked for', async () => {
    await Promise.all(Array.from({ length: 50 }, () => store.ask(job(1, at(0)), at(0), at(10))))
    await store.ask(job(1, at(5)), at(5), at(15))
    const [only, ...others] = await raw()
    expect(others).to.deep.equal([])
    expect(only).to.deep.include({ dues: [at(0)], lookAt: at(10), askedAt: at(0) })
  })

  it('gives jobs out when their time to be looked for has come, longest overdue first', async () => {
    await store.ask(job(1, at(0)), at(0), at(10))
    await store.ask(job(2, at(0)), at(0), at(5))
    await store.ask(job(3, at(0)), at(0), at(20))
    expect(await overlooked(at(4))).to.deep.equal([])
    expect(await overlooked(at(10))).to.deep.equal([
      [2, at(0)],
      [1, at(0)],
    ])
    await store.lookAgain([job(2, at(0)).id], at(20), patience, 2000)
    expect(await overlooked(at(10))).to.deep.equal([[1, at(0)]])
  })

  it('waits as long again as a job has been overdue, within bounds', async () => {
    const looks: unknown[] = []
    await store.ask(job(1, at(0)), at(0), at(0))
    for (const now of [0, 10, 25, 600]) {
      await store.lookAgain([job(1, at(0)).id], at(now), patience, 2000)
      looks.push((await raw())[0]?.['lookAt'])
    }
    expect(looks).to.deep.equal([at(10), at(20), at(50), at(660)])
  })

  it('looks for a job that got done between its queueing and that note when it is due again', async () => {
    await store.ask(job(1, at(0)), at(0), at(0))
    await store.ask(job(1, at(3600)), at(0), at(3598))
    await store.done(job(1, at(0)).id, run(at(1)), 2000)
    await store.lookAgain([job(1, at(0)).id], at(2), patience, 2000)
    expect((await raw())[0]).to.deep.include({ dues: [at(3600)], lookAt: at(3598) })
  })

  it('forgets a job that is done, and takes it anew', async () => {
    await store.ask(job(1, at(0)), at(0), at(10))
    await store.done(job(1, at(0)).id, run(at(1)), 2000)
    expect(await raw()).to.deep.equal([])
    await store.ask(job(1, at(9)), at(9), at(19))
    expect(await overlooked(at(19))).to.deep.equal([[1, at(9)]])
  })

  it('keeps a job that asked for itself again at a later moment while it ran', async () => {
    await store.ask(job(1, at(0)), at(0), at(10))
    await store.ask(job(1, at(3600)), at(1), at(3598))
    await store.done(job(1, at(0)).id, run(at(1)), 2000)
    expect((await raw())[0]).to.deep.include({ dues: [at(3600)], lookAt: at(3598) })
    // A double of the first run that ends late must not take the second with it.
    await store.done(job(1, at(0)).id, run(at(1)), 2000)
    expect(await overlooked(at(3598))).to.deep.equal([[1, at(3600)]])
  })

  it('brings a job forward that is wanted earlier, and still runs it later', async () => {
    await store.ask(job(1, at(3600)), at(0), at(3598))
    await store.ask(job(1, at(5)), at(5), at(15))
    expect(await overlooked(at(15))).to.deep.equal([[1, at(5)]])
    await store.done(job(1, at(5)).id, run(at(6)), 2000)
    expect((await raw())[0]).to.deep.include({ dues: [at(3600)], lookAt: at(3598) })
  })

  it('counts an early run as the next that is due', async () => {
    await store.ask(job(1, at(15)), at(0), at(13))
    await store.done(job(1, at(15)).id, run(at(1), true), 2000)
    expect(await raw()).to.deep.equal([])
    await store.ask(job(2, at(15)), at(0), at(13))
    await store.ask(job(2, at(60)), at(1), at(58))
    await store.done(job(2, at(15)).id, run(at(1), true), 2000)
    expect((await raw())[0]).to.deep.include({ dues: [at(60)], lookAt: at(58) })
  })

  it('keeps a refused job for the operator, out of the way, until it is asked for again', async () => {
    await store.ask(job(1, at(0)), at(0), at(10))
    await store.refused(job(1, at(0)).id, 'statement-invalid', at(1))
    expect(await overlooked(at(1000))).to.deep.equal([])
    await store.hasten(at(1000), at(1000))
    expect(await overlooked(at(1000))).to.deep.equal([])
    expect((await raw())[0]).to.deep.include({ refused: 'statement-invalid', refusedAt: at(1) })
    await store.ask(job(1, at(50)), at(50), at(60))
    expect(await overlooked(at(60))).to.deep.equal([[1, at(50)]])
    expect((await raw())[0]).to.deep.include({ refused: null })
  })

  it('has everything looked for that is due soon, when the queue forgot it', async () => {
    await store.ask(job(1, at(0)), at(0), at(10))
    await store.ask(job(2, at(3600)), at(0), at(3598))
    await store.hasten(at(2), at(0))
    expect(await overlooked(at(0))).to.deep.equal([[1, at(0)]])
  })

  it('leaves alone what another version of the program asked for', async () => {
    await store.ask(job(1, at(0)), at(0), at(0))
    await database.connection
      .collection('outbox')
      .updateOne({}, { $set: { name: 'retired.job', payload: { other: 1 } } })
    expect(await overlooked(at(100))).to.deep.equal([])
  })

  it('tells the backlog', async () => {
    expect(await store.backlog(at(0))).to.deep.equal({ overdue: 0, oldest: undefined })
    await store.ask(job(1, at(5)), at(0), at(5))
    await store.ask(job(2, at(3)), at(0), at(3))
    await store.ask(job(3, at(99)), at(0), at(99))
    expect(await store.backlog(at(10))).to.deep.equal({ overdue: 2, oldest: at(3) })
  })
})
