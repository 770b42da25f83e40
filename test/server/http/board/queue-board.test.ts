import { expect } from 'chai'
import { Queue } from 'bullmq'
import { z } from 'zod'
import { jobFamilies, jobId } from '#server/contract/job-queue.js'
import { queueBoard } from '#server/http/board/queue-board.js'
import { createHttpServer } from '#server/http/http-server.js'
import { redisQueues } from '#server/messaging/queues.js'
import { connectRedis } from '#server/messaging/redis.js'
import { seenQueues } from '#server/messaging/seen-queues.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { testRedis, testRedisUrl } from '#test/support/test-services.js'

const Queues = z.object({
  queues: z.array(
    z.object({
      name: z.string(),
      readOnlyMode: z.literal(true),
      allowRetries: z.literal(false),
      counts: z.record(z.string(), z.number()),
      jobs: z.array(z.object({ id: z.string(), name: z.string(), data: z.unknown() })),
    }),
  ),
})
const HEADER = 'ab'.repeat(32)

describe('the board over the queues of a Redis', () => {
  const { redis, prefix, drop } = testRedis()
  const own = connectRedis(testRedisUrl(), 'impatient')
  const queues = redisQueues(redis, prefix)
  const seen = seenQueues(own, prefix)
  const failed: unknown[] = []
  let http: ReturnType<typeof createHttpServer>
  let url: string
  before(async () => {
    const payload = { header: HEADER, recipient: AuthorityId.parse('xb.pgo') }
    const due = new Date()
    const id = jobId('receipts.notified', payload)
    await queues.add([{ id, name: 'receipts.notified', payload, due }], due)
    // As nobody of ours would write it.
    const stray = new Queue('receipts', { connection: redis, prefix, skipMetasUpdate: true })
    await stray.add('receipts.consign', { header: HEADER, name: 'Alma Example' }, { jobId: 'one' })
    await stray.add(
      'receipts.consign',
      { payload: { header: 'Alma' }, early: true },
      { jobId: 'x' },
    )
    const board = queueBoard(await seen.all(), (error) => failed.push(error))
    http = createHttpServer(board)
    url = `http://127.0.0.1:${(await http.listen({ host: '127.0.0.1', port: 0 })).port}`
  })
  after(async () => {
    await http.close(0)
    await seen.close()
    await queues.close()
    own.disconnect()
    await drop()
  })

  const read = async (status = '') =>
    Queues.parse(await (await fetch(`${url}/api/queues?activeQueue=receipts${status}`)).json())
  /** All that is there, octet for octet. */
  const dump = async () => {
    const keys = (await redis.keys(`${prefix}:*`)).sort()
    return Promise.all(keys.map(async (key) => [key, await redis.dumpBuffer(key)]))
  }

  it('shows every queue, and of each job the ids that the contract names', async () => {
    const { queues: shown } = await read()
    expect(shown.map(({ name }) => name)).to.have.members([...jobFamilies])
    const receipts = shown.find(({ name }) => name === 'receipts')
    expect(receipts?.counts).to.include({ waiting: 3 })
    const jobs = new Map(receipts?.jobs.map(({ id, data }) => [id, data]))
    expect(jobs.get(`receipts.notified/${HEADER}/xb.pgo`)).to.deep.equal({
      payload: { header: HEADER, recipient: 'xb.pgo' },
      early: false,
    })
    for (const id of ['one', 'x']) expect(jobs.get(id)).to.match(/^withheld/)
    const one = await (await fetch(`${url}/api/queues/receipts/one`)).text()
    expect(one).to.contain('withheld').and.not.contain('Alma')
    expect(JSON.stringify(shown)).to.not.contain('Alma')
  })

  it('changes nothing of them, neither by looking nor when it is asked to', async () => {
    const before = await dump()
    await read()
    await read('&status=waiting')
    await (await fetch(`${url}/api/queues/receipts/one/flow`)).text()
    await (await fetch(`${url}/api/job-schedulers`)).text()
    await (await fetch(`${url}/api/redis/stats`)).text()
    for (const path of [
      ...['retry/failed', 'clean/waiting', 'one/retry', 'one/clean', 'one/promote', 'promote'],
      ...['pause', 'resume', 'empty', 'obliterate', 'rate-limit/release'],
    ]) {
      const { status } = await fetch(`${url}/api/queues/receipts/${path}`, { method: 'PUT' })
      expect(status, path).to.equal(405)
    }
    const { status } = await fetch(`${url}/api/queues/receipts/add`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'x', data: {}, options: {} }),
    })
    expect(status).to.equal(405)
    expect(await dump()).to.deep.equal(before)
    expect(failed).to.deep.equal([])
  })

  it('serves its page and files, and says neither what it is made with nor who else is there', async () => {
    const page = await fetch(url)
    expect(page.headers.get('x-powered-by')).to.equal(null)
    const text = await page.text()
    expect(text).to.contain('<title>Rogatory: queues</title>')
    for (const [, path = ''] of text.matchAll(/(?:src|href)="(static\/[^"]+)"/g)) {
      expect((await fetch(`${url}/${path}`)).status, path).to.equal(200)
    }
    expect((await fetch(`${url}/api/queues/receipts/workers`)).status).to.equal(403)
  })

  it('tells nothing of an error but that there was one', async () => {
    own.disconnect()
    const told = await fetch(`${url}/api/queues`)
    expect(told.status).to.equal(500)
    expect(await told.json()).to.deep.equal({ error: { key: 'ERRORS.INTERNAL_SERVER_ERROR' } })
    expect(failed).to.have.length(1)
  })
})
