import { expect } from 'chai'
import { AuthorityId } from '#crypto/fields/fields.js'
import type { EndingStore } from '#server/domain/endings/ending-store.js'
import { type Metrics, serveMetrics } from '#server/observability/metrics.js'
import { memoryEndingStore } from '#test/support/memory/memory-notices.js'
import { daysLeft } from '#workers/metrics/days-left.js'

const now = new Date('2026-03-01T12:00:00.000Z')

describe('the metrics', () => {
  let endings: EndingStore
  let metrics: Metrics
  beforeEach(async () => {
    endings = memoryEndingStore()
    const clock = { now: () => now }
    const asked: EndingStore = { put: (one) => endings.put(one), all: () => endings.all() }
    metrics = await serveMetrics([daysLeft(asked, clock)], { host: '127.0.0.1', port: 0 })
  })
  afterEach(() => metrics.close())
  const get = (path = '/metrics') => fetch(`http://127.0.0.1:${metrics.port}${path}`)
  const lines = async () =>
    (await (await get()).text())
      .split('\n')
      .filter((line) => line.startsWith('rogatory') && !line.endsWith('} 0'))

  it('tell the days left of what ends first, by authority and kind', async () => {
    await endings.put({
      authority: AuthorityId.parse('xa.moj'),
      at: now,
      endings: [
        { what: 'key', of: 'later', at: '2026-04-01T00:00:00.000Z' },
        { what: 'key', of: 'first', at: '2026-03-04T00:00:00.000Z' },
        { what: 'entry', of: 'gone', at: '2026-02-28T12:00:00.000Z' },
      ],
    })
    expect(await lines()).to.deep.equal([
      'rogatory_expiry_days_left{authority="xa.moj",kind="key"} 2.5',
      'rogatory_expiry_days_left{authority="xa.moj",kind="entry"} -1',
    ])
  })

  it('forget what is no more, and are read by nothing else', async () => {
    const authority = AuthorityId.parse('xa.moj')
    const ending = { what: 'key', of: 'k', at: '2026-03-04T00:00:00.000Z' } as const
    await endings.put({ authority, at: now, endings: [ending] })
    expect(await lines()).to.have.length(1)
    await endings.put({ authority, at: now, endings: [] })
    expect(await lines()).to.have.length(0)
    expect((await get('/')).status).to.equal(404)
  })

  it('say nothing but that they cannot be read when they cannot', async () => {
    endings = { ...endings, all: () => Promise.reject(new Error('mongodb://secret')) }
    expect(await lines()).to.deep.equal([
      'rogatory_metric_unread{metric="rogatory_expiry_days_left"} 1',
    ])
    expect(await (await get()).text()).not.to.contain('secret')
  })
})
