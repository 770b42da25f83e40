import { readFile } from 'node:fs/promises'
import { expect } from 'chai'
import { AuthorityId, Digest } from '#crypto/fields/fields.js'
import { jobId } from '#server/contract/job-queue.js'
import type { JobName } from '#server/contract/jobs.js'
import { type Metrics, serveMetrics } from '#server/observability/metrics.js'
import { connectStorage, type Storage } from '#server/storage/connect-storage.js'
import { keepStatements } from '#test/support/test-log.js'
import { testDatabase, testMongodbUri } from '#test/support/test-services.js'
import { workerMetrics } from '#workers/metrics/worker-metrics.js'

const NOW = new Date('2026-03-01T12:00:00.000Z')
const before = (seconds: number) => new Date(NOW.getTime() - seconds * 1000)
const header = Digest.parse('ab'.repeat(32))
const recipient = AuthorityId.parse('xb.pgo')

describe('the metrics of the workers, on MongoDB', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>
  let storage: Storage
  let metrics: Metrics
  let redisAnswers = true

  beforeEach(async () => {
    database = await testDatabase()
    storage = await connectStorage(testMongodbUri(), { database: database.connection.name })
    await storage.ensureIndexes()
    const redis = {
      ping: () => (redisAnswers ? Promise.resolve('PONG') : Promise.reject(new Error('gone'))),
    }
    metrics = await serveMetrics(
      // Of Redis nothing else is asked.
      workerMetrics({
        storage,
        clock: { now: () => NOW },
        redis: redis as never,
        backendCertificates: () => [{ backend: 'redis', ends: before(-36 * 3600) }],
      }),
      { host: '127.0.0.1', port: 0 },
    )
  })
  afterEach(async () => {
    redisAnswers = true
    await metrics.close()
    await storage.close()
    await database.drop()
  })

  const text = async () => (await fetch(`http://127.0.0.1:${metrics.port}/metrics`)).text()
  const values = async (name: string) =>
    (await text())
      .split('\n')
      .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
      .map((line) => line.slice(name.length))
  const ask = (name: JobName, due: Date, of: object = { header }) =>
    storage.jobs.ask({ id: jobId(name, of as never), name, payload: of as never, due }, NOW, NOW)

  it('tell which version this is', async () => {
    const [told] = await values('rogatory_build_info')
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
    expect(told).to.equal(`{version="${version}",node="${process.version}"} 1`)
  })

  it('tell when what is shown to a backend ends', async () => {
    expect(await values('rogatory_backend_certificate_days_left')).to.deep.equal([
      '{backend="redis"} 1.5',
    ])
  })

  it('tell how old the work is by family and clock, and not what waits for its time', async () => {
    await ask('receipts.consign', before(30))
    await ask('receipts.notified', before(90), { header, recipient })
    await ask('clocks.expiry', before(200))
    await ask('clocks.non-delivery', before(-3600))
    await ask('clocks.duty', before(5), { header, recipient })
    await storage.jobs.refused(jobId('clocks.duty', { header, recipient }), 'not-found', NOW)

    expect(await values('rogatory_outbox_oldest_seconds')).to.have.members([
      '{family="receipts"} 90',
      '{family="clocks"} 200',
      '{family="notifications"} 0',
      '{family="translation"} 0',
    ])
    expect(await values('rogatory_outbox_overdue_jobs')).to.include('{family="receipts"} 2')
    expect(await values('rogatory_outbox_refused_jobs')).to.have.members([
      '{family="receipts"} 0',
      '{family="clocks"} 1',
      '{family="notifications"} 0',
      '{family="translation"} 0',
    ])
    const late = await values('rogatory_clock_late_seconds')
    expect(late).to.include.members([
      '{clock="expiry"} 200',
      '{clock="duty"} 0',
      '{clock="non-delivery"} 0',
    ])
  })

  it('tell what the log lacks, and for how long', async () => {
    expect(await values('rogatory_log_unsequenced_oldest_seconds')).to.deep.equal([' 0'])
    await keepStatements(database.connection, 3)
    await database.connection
      .collection('statements')
      .updateMany({}, { $set: { keptAt: before(45) } })
    expect(await values('rogatory_log_unsequenced_statements')).to.deep.equal([' 3'])
    expect(await values('rogatory_log_unsequenced_oldest_seconds')).to.deep.equal([' 45'])
    expect(await values('rogatory_log_size')).to.deep.equal([' 0'])
  })

  it('tell which alerts no mail server took', async () => {
    await storage.deliveries.open('n', ['a', 'b', 'c'])
    await storage.deliveries.release('n', 'a')
    await storage.deliveries.settle('n', 'b', 'failed')
    expect(await values('rogatory_alerts_undelivered')).to.have.members([
      '{state="retried"} 1',
      '{state="failed"} 1',
    ])
  })

  it('tell which workers were heard of, and forget the silent', async () => {
    const said = { healthy: true, fault: null, overdue: 0, oldest: null }
    await storage.heartbeats.beat({ ...said, worker: 'a', at: before(1), sequencer: 'leading' })
    await storage.heartbeats.beat({ ...said, worker: 'b', at: before(60), sequencer: 'failed' })
    expect(await values('rogatory_workers')).to.have.members([
      '{sequencer="leading"} 1',
      '{sequencer="standing-by"} 0',
      '{sequencer="failed"} 0',
    ])
  })

  it('tell that a service is gone, and of the rest what can be told', async () => {
    redisAnswers = false
    expect(await values('rogatory_service_up')).to.have.members([
      '{service="mongodb"} 1',
      '{service="redis"} 0',
    ])
    await storage.close()
    expect(await values('rogatory_service_up')).to.include('{service="mongodb"} 0')
    expect(await values('rogatory_log_size')).to.deep.equal([])
    expect(await values('rogatory_metric_unread')).to.include('{metric="rogatory_log_size"} 1')
  })
})
