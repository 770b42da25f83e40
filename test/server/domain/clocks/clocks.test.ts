import { expect } from 'chai'
import type { ClockRequest } from '#crypto/clock/clock-request.js'
import { CaseId } from '#crypto/fields/fields.js'
import { codeOf } from '#test/support/code-of.js'
import { callerOf, type FakeRelay, fakeRelay, steps } from '#test/support/fake-relay.js'
import { sampleClock } from '#test/support/sample-clock.js'
import {
  type SampleSubmission,
  sampleReceipt,
  sampleSubmission,
} from '#test/support/sample-submission.js'
import { after, NOW } from '#test/support/world/moments.js'

const DAY = 24 * 3600
const HOUR = 3600

describe('clocks', () => {
  let relay: FakeRelay
  let sample: SampleSubmission
  let evidence: string
  beforeEach(async () => {
    relay = await fakeRelay()
    sample = await sampleSubmission(relay)
    evidence = (await relay.submit(callerOf(relay.drafter), sample.submission)).evidence.digest
    await relay.consign(sample)
    relay.trace.length = 0
  })

  describe('that officers ask for', () => {
    const about = () => ({ authority: relay.xa.id, clock: 'c'.repeat(64) })
    const ask = async (changes: Partial<ClockRequest> = {}, officer = relay.drafter) =>
      relay.askClock(
        callerOf(officer),
        await sampleClock(officer, sample, { evidence, ...changes }),
      )
    const refused = (...given: Parameters<typeof ask>) => codeOf(ask(...given))

    it('are asked for before they are kept, and answered alike when asked for again', async () => {
      const asked = await sampleClock(relay.drafter, sample, { evidence })
      const caller = callerOf(relay.drafter)
      const first = await relay.askClock(caller, asked)
      expect(relay.trace).to.deep.equal(['outbox.ask clocks.asked', 'clocks.keep 1 running'])
      expect(relay.jobs.at(-1)).to.deep.include({ notBefore: after(NOW, 20 * DAY) })
      expect(first).to.deep.equal({ ...asked, rings: [] })
      expect(await relay.askClock(caller, asked)).to.deep.equal(first)
    })

    it('are looked for once they are there for certain; what is due sooner, when they are kept', async () => {
      const soon = { warnings: [], due: after(NOW, 2).toISOString() }
      for (const [changes, moment] of [
        [soon, after(NOW, 2)],
        [{ ...soon, clock: 'd'.repeat(64), due: after(NOW, -DAY).toISOString() }, NOW],
      ] as const) {
        relay.trace.length = 0
        await ask(changes)
        const asked = 'outbox.ask clocks.asked'
        expect(relay.trace).to.deep.equal([asked, 'clocks.keep 1 running', asked])
        const dues = relay.jobs.slice(-2).map(({ notBefore }) => notBefore)
        expect(dues).to.deep.equal([after(NOW, 300), moment])
      }
    })

    it('warn once and lapse once, however often the job runs', async () => {
      await ask()
      relay.trace.length = 0
      await relay.ringClock(about())
      relay.setClock(after(NOW, 20 * DAY))
      await Promise.all([1, 2, 3].map(() => relay.ringClock(about())))
      relay.setClock(after(NOW, 31 * DAY))
      await Promise.all([1, 2, 3].map(() => relay.ringClock(about())))
      expect(relay.trace.filter((line) => line.startsWith('tell'))).to.deep.equal([
        'tell clock.warning to xa.moj',
        'tell clock.lapsed to xa.moj',
      ])
      const { clocks } = await relay.listClocks(callerOf(relay.drafter), { limit: 10 })
      expect(clocks[0]?.rings.map(({ stage, at }) => [stage, at])).to.deep.equal([
        ['warning/0', after(NOW, 20 * DAY).toISOString()],
        ['lapse', after(NOW, 31 * DAY).toISOString()],
      ])
    })

    it('tell only what is still true after an outage', async () => {
      await ask()
      relay.setClock(after(NOW, 40 * DAY))
      await relay.ringClock(about())
      await relay.ringClock(about())
      expect(relay.trace.filter((line) => line.startsWith('tell'))).to.deep.equal([
        'tell clock.lapsed to xa.moj',
      ])
    })

    it('stand still, run on to another moment, and end', async () => {
      await ask()
      await ask({ revision: 2, state: 'suspended', warnings: [] })
      relay.setClock(after(NOW, 31 * DAY))
      await relay.ringClock(about())
      const due = after(NOW, 60 * DAY).toISOString()
      const declared = after(NOW, 31 * DAY).toISOString()
      await ask({ revision: 3, due, warnings: [], declared })
      await relay.ringClock(about())
      expect(relay.jobs.at(-1)).to.deep.include({ notBefore: after(NOW, 60 * DAY) })
      relay.setClock(after(NOW, 60 * DAY))
      await relay.ringClock(about())
      const told = relay.trace.filter((line) => line.startsWith('tell'))
      expect(told).to.deep.equal(['tell clock.lapsed to xa.moj'])
      await ask({ revision: 4, state: 'ended', declared: due })
      expect(await refused({ revision: 5, declared: due })).to.equal('clock-conflict')
      const { clocks } = await relay.listClocks(callerOf(relay.drafter), { limit: 10 })
      expect(clocks[0]?.rings.map(({ revision, stage }) => `${revision} ${stage}`)).to.deep.equal([
        '3 lapse',
      ])
    })

    it('are refused for others, for other cases, out of order and out of time', async () => {
      expect(await refused({ authority: relay.xb.id })).to.equal('statement-invalid')
      expect(await refused({ evidence: 'a'.repeat(64) })).to.equal('evidence-unknown')
      const other = CaseId.parse('019ca8a0-3e80-7000-8000-0000000000ff')
      expect(await refused({ case: other })).to.equal('evidence-unknown')
      expect(await refused({ declared: after(NOW, HOUR).toISOString() })).to.equal('clock-skewed')
    })

    it('start by evidence that the authority can see, and nobody else', async () => {
      const chain = await relay.evidence.chain(sample.header)
      const [submitted, consigned] = chain.map(({ digest }) => digest)
      await ask({ evidence: submitted ?? '' }, relay.registrar)
      await ask({ evidence: consigned ?? '', clock: 'd'.repeat(64) }, relay.registrar)
      const { clocks } = await relay.listClocks(callerOf(relay.registrar), { limit: 10 })
      expect(clocks).to.have.length(2)
      expect(
        (await relay.listClocks(callerOf(relay.drafter), { limit: 10 })).clocks,
      ).to.have.length(0)
    })

    it('are listed page by page', async () => {
      for (const letter of 'abc') await ask({ clock: letter.repeat(64) })
      const caller = callerOf(relay.drafter)
      const first = await relay.listClocks(caller, { limit: 2 })
      expect(first.clocks).to.have.length(2)
      expect(first.next).to.equal('b'.repeat(64))
      const second = await relay.listClocks(caller, { limit: 2, after: first.next ?? '' })
      expect(second.clocks).to.have.length(1)
      expect(second.next).to.equal(null)
    })
  })

  describe('of acknowledgement', () => {
    const chain = () => steps(relay, sample.submission.header)
    const judgeAt = async (at: Date) => {
      relay.setClock(at)
      await relay.judgeAcknowledgement(sample)
    }

    it('warns after three quarters of the time, then states that it is over, each once', async () => {
      await judgeAt(after(NOW, DAY))
      expect(relay.jobs.at(-1)).to.deep.include({ notBefore: after(NOW, 5.25 * DAY) })
      await judgeAt(after(NOW, 5.25 * DAY))
      await judgeAt(after(NOW, 6 * DAY))
      expect(relay.jobs.at(-1)).to.deep.include({ notBefore: after(NOW, 7 * DAY) })
      await judgeAt(after(NOW, 7 * DAY))
      await judgeAt(after(NOW, 8 * DAY))
      expect(await chain()).to.deep.equal(['A.1', 'D.1/xb.pgo', 'K.1/xb.pgo', 'K.2/xb.pgo'])
    })

    it('says nothing of who has acknowledged, and keeps a receipt that comes late', async () => {
      await judgeAt(after(NOW, 7 * DAY))
      const receipt = await sampleReceipt(relay, sample)
      await relay.acknowledge(callerOf(relay.registrar), sample.draft.package, receipt)
      await judgeAt(after(NOW, 8 * DAY))
      expect(await chain()).to.deep.equal(['A.1', 'D.1/xb.pgo', 'K.2/xb.pgo', 'C.3/xb.pgo'])
    })

    it('counts hours for what is urgent, and from the moment it was available', async () => {
      const urgent = await sampleSubmission(relay, { urgency: 'urgent' })
      await relay.submit(callerOf(relay.drafter), urgent.submission)
      relay.setClock(after(NOW, 30 * HOUR))
      await relay.judgeAcknowledgement(urgent)
      await relay.consign(urgent)
      relay.setClock(after(NOW, 53 * HOUR))
      await relay.judgeAcknowledgement(urgent)
      relay.setClock(after(NOW, 54 * HOUR))
      await relay.judgeAcknowledgement(urgent)
      expect(await steps(relay, urgent.submission.header)).to.deep.equal([
        'A.1',
        'D.1/xb.pgo',
        'K.1/xb.pgo',
        'K.2/xb.pgo',
      ])
    })
  })
})
