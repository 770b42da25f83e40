import { UnrecoverableError } from 'bullmq'
import { expect } from 'chai'
import { Refusal } from '#server/domain/errors.js'
import { createLogger, silentLogger } from '#server/observability/logger.js'
import { rejection } from '#test/support/rejection.js'
import type { Processors } from '#workers/processor.js'
import { retryAfter, runJob } from '#workers/worker.js'

const payload = { header: '0'.repeat(64) }
const now = new Date('2026-03-01T09:00:00.000Z')

/** A harness that remembers, in order, every effect a job had. */
function harness(run: () => Promise<void>) {
  const trace: string[] = []
  const traced = (name: string) => () => {
    trace.push(name)
    return run()
  }
  const processors: Processors = {
    'receipts.consign': traced('consign'),
    'receipts.notified': traced('notified'),
    'receipts.handed-over': traced('handed-over'),
    'clocks.acknowledgement': traced('acknowledgement'),
    'clocks.asked': traced('asked'),
    'clocks.expiry': traced('expiry'),
    'clocks.non-delivery': traced('non-delivery'),
    'clocks.endings': traced('endings'),
    'clocks.duty': traced('duty'),
    'translation.turn': traced('turn'),
    'notifications.deliver': traced('deliver'),
  }
  const pending = {
    done: (id: string, { startedAt, early }: { startedAt: Date; early: boolean }) =>
      Promise.resolve(void trace.push(`done ${id} ${startedAt.toISOString()} ${String(early)}`)),
    refused: (id: string, code: string) =>
      Promise.resolve(void trace.push(`refused ${id} ${code}`)),
  }
  return { trace, processors, pending, clock: { now: () => now }, log: silentLogger }
}
const job = (name: string, data: unknown) => ({ id: 'j', name, data, attemptsMade: 0 })

describe('the harness of workers', () => {
  it('forgets a job only after its use-case succeeded', async () => {
    const h = harness(() => Promise.resolve())
    await runJob('receipts', h, job('receipts.consign', { payload, early: true }))
    expect(h.trace).to.deep.equal(['consign', 'done j 2026-03-01T09:00:00.000Z true'])
  })

  for (const [what, name, data] of [
    ['payload', 'receipts.consign', { payload: { header: 'x' }, early: false }],
    ['wrapping', 'receipts.consign', payload],
    ['family', 'clocks.expiry', { payload, early: false }],
  ] as const) {
    it(`never runs nor retries a job whose ${what} breaks the contract`, async () => {
      const h = harness(() => Promise.resolve())
      const error = await rejection(runJob('receipts', h, job(name, data)))
      expect(error).to.be.instanceOf(UnrecoverableError)
      expect(h.trace).to.deep.equal(['refused j malformed-job'])
    })
  }

  it('has a job of a kind that it does not know wait for workers of a newer version', async () => {
    const h = harness(() => Promise.resolve())
    for (const name of ['receipts.of-a-later-version', 'constructor']) {
      const error = await rejection(runJob('receipts', h, job(name, { payload, early: false })))
      expect(error).not.to.be.instanceOf(UnrecoverableError)
    }
    expect(h.trace).to.deep.equal([])
  })

  it('never retries a refusal, and keeps its code for the operator', async () => {
    const h = harness(() => Promise.reject(new Refusal('statement-invalid', 'no')))
    const error = await rejection(
      runJob('receipts', h, job('receipts.consign', { payload, early: false })),
    )
    expect(error).to.be.instanceOf(UnrecoverableError)
    expect(h.trace).to.deep.equal(['consign', 'refused j statement-invalid'])
  })

  for (const outage of [
    new Error('connection reset by 10.0.0.1'),
    new Refusal('unavailable', 'later'),
  ]) {
    it(`has an outage (${outage.name}) retried, and tells Redis nothing of it`, async () => {
      const h = harness(() => Promise.reject(outage))
      const error = await rejection(
        runJob('receipts', h, job('receipts.consign', { payload, early: false })),
      )
      expect(error).not.to.be.instanceOf(UnrecoverableError)
      expect(error).to.have.property('message', 'see the log of the workers')
      expect(h.trace).to.deep.equal(['consign'])
    })
  }

  it('has what it could not note retried as well, and tells Redis nothing of it either', async () => {
    const away = () => Promise.reject(new Error('connection reset by 10.0.0.1'))
    const refusal = () => Promise.reject(new Refusal('statement-invalid', 'no'))
    for (const [run, data] of [
      [() => Promise.resolve(), { payload, early: false }],
      [refusal, { payload, early: false }],
      [refusal, payload],
    ] as const) {
      const lines: string[] = []
      const log = createLogger({ name: 'test', level: 'info', write: (line) => lines.push(line) })
      const h = { ...harness(run), pending: { done: away, refused: away }, log }
      const error = await rejection(runJob('receipts', h, job('receipts.consign', data)))
      expect(error).not.to.be.instanceOf(UnrecoverableError)
      expect(error).to.have.property('message', 'see the log of the workers')
      expect(lines.join()).to.contain('"event":"job.failed"').and.not.contain('10.0.0.1')
    }
  })

  it('retries soon at first, then once a minute, for ever', () => {
    expect([1, 2, 3, 12, 13, 1_000_000].map(retryAfter)).to.deep.equal([
      25, 50, 100, 51_200, 60_000, 60_000,
    ])
  })
})
