import { expect } from 'chai'
import { packageState } from '#crypto/evidence/package-state.js'
import { isAboutPackage, verifyEvidence } from '#crypto/evidence/verify-evidence.js'
import { verifyEvidenceChain } from '#crypto/evidence/verify-evidence-chain.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { acknowledgePackage } from '#server/domain/packages/acknowledge-package.js'
import { callerOf, type FakeRelay, fakeRelay, steps } from '#test/support/fake-relay.js'
import {
  type SampleSubmission,
  sampleReceipt,
  sampleSubmission,
} from '#test/support/sample-submission.js'
import { after, NOW } from '#test/support/world/moments.js'

const HOURS = 3600

describe('the life of a package', () => {
  let relay: FakeRelay
  beforeEach(async () => {
    relay = await fakeRelay()
  })

  async function submitted(...[changes]: [Parameters<typeof sampleSubmission>[1]?]) {
    const sample = await sampleSubmission(relay, changes)
    await relay.submit(callerOf(relay.drafter), sample.submission)
    relay.trace.length = 0
    return sample
  }
  const chain = ({ submission }: SampleSubmission) => steps(relay, submission.header)
  const about = ({ header }: SampleSubmission) => ({ header, recipient: relay.xb.id })

  /** What an outsider makes of the chain: every signature, every link, the state. */
  async function state({ header }: SampleSubmission) {
    const kept = await relay.evidence.chain(header)
    const verified = await Promise.all(
      kept.map(({ statement }) => verifyEvidence(statement, relay.identity.entry)),
    )
    const payloads = verifyEvidenceChain(verified.filter(isAboutPackage))
    return packageState(payloads, relay.xb.id).state
  }

  it('is consigned to every recipient, each told for itself', async () => {
    const sample = await submitted({ recipients: [relay.xb, relay.xc] })
    await relay.consign(sample)
    expect(relay.trace).to.deep.equal([
      'evidence.keep D.1/xb.pgo',
      'announce D.1 to xa.moj xb.pgo',
      'evidence.keep D.1/xc.court',
      'announce D.1 to xa.moj xc.court',
    ])
    await relay.consign(sample)
    expect(await chain(sample)).to.deep.equal(['A.1', 'D.1/xb.pgo', 'D.1/xc.court'])
  })

  it('is completed by its job when the relay died before A.1', async () => {
    const sample = await sampleSubmission(relay)
    const { submission, draft, header } = sample
    await relay.packages.keep({
      package: draft.package,
      digest: header,
      sender: relay.xa.id,
      recipients: [relay.xb.id],
      header: submission.header,
      credential: submission.credential,
      approvals: submission.approvals,
      envelope: submission.envelope,
      keptAt: NOW,
    })
    await relay.consign({ header })
    expect(await chain(sample)).to.deep.equal(['A.1', 'D.1/xb.pgo'])
  })

  it('is not consigned when it was never kept, or was rejected', async () => {
    await relay.consign({ header: 'f'.repeat(64) })
    const first = await submitted()
    const second = await submitted({ package: first.draft.package })
    await relay.consign(second)
    expect(await chain(second)).to.deep.equal(['A.2'])
    expect(await chain(first)).to.deep.equal(['A.1'])
  })

  it('waits for its notBefore, however early its job runs', async () => {
    const notBefore = after(NOW, HOURS)
    const sample = await submitted({ notBefore })
    await relay.consign(sample)
    expect(await chain(sample)).to.deep.equal(['A.1'])
    expect(relay.jobs.at(-1)).to.deep.include({ name: 'receipts.consign', notBefore })
    relay.setClock(notBefore)
    await relay.consign(sample)
    expect(await chain(sample)).to.deep.equal(['A.1', 'D.1/xb.pgo'])
  })

  it('goes from notice to receipt, and an outsider can follow it', async () => {
    const sample = await submitted()
    expect(await state(sample)).to.equal('submitted')
    await relay.consign(sample)
    expect(await state(sample)).to.equal('available')
    await relay.notify(about(sample))
    expect(await state(sample)).to.equal('notified')
    await relay.handOver(about(sample))
    expect(await state(sample)).to.equal('handed-over')
    const receipt = await sampleReceipt(relay, sample)
    await relay.acknowledge(callerOf(relay.registrar), sample.draft.package, receipt)
    expect(await state(sample)).to.equal('accepted')
    await relay.notify(about(sample))
    await relay.handOver(about(sample))
    expect(await chain(sample)).to.deep.equal([
      'A.1',
      'D.1/xb.pgo',
      'D.3/xb.pgo',
      'E.1/xb.pgo',
      'C.3/xb.pgo',
    ])
  })

  it('records no notice and no handover of what was not consigned, or not to them', async () => {
    const sample = await submitted()
    await relay.notify(about(sample))
    await relay.handOver(about(sample))
    await relay.consign(sample)
    for (const recipient of [relay.xa.id, relay.xc.id]) {
      await relay.notify({ header: sample.header, recipient })
      await relay.handOver({ header: sample.header, recipient })
    }
    expect(await chain(sample)).to.deep.equal(['A.1', 'D.1/xb.pgo'])
  })

  it('keeps time from running back when the clock does', async () => {
    const sample = await submitted()
    relay.setClock(after(NOW, -30))
    await relay.consign(sample)
    expect(await state(sample)).to.equal('available')
  })

  describe('expires', () => {
    const expires = after(NOW, HOURS)
    const judged = after(expires, 10)

    it('for each recipient that answered nothing, once its moment has passed', async () => {
      const sample = await submitted({ expires, recipients: [relay.xb, relay.xc] })
      await relay.consign(sample)
      const receipt = await sampleReceipt(relay, sample)
      await relay.acknowledge(callerOf(relay.registrar), sample.draft.package, receipt)
      relay.setClock(judged)
      await relay.expire(sample)
      expect(await chain(sample)).to.deep.equal([
        'A.1',
        'D.1/xb.pgo',
        'D.1/xc.court',
        'C.3/xb.pgo',
        'C.5/xc.court',
      ])
    })

    it('not before: a job that comes early asks again', async () => {
      const sample = await submitted({ expires })
      relay.setClock(expires)
      await relay.expire(sample)
      expect(await chain(sample)).to.deep.equal(['A.1'])
      expect(relay.jobs.at(-1)).to.include({ name: 'clocks.expiry' })
      expect(relay.jobs.at(-1)?.notBefore).to.deep.equal(judged)
    })

    for (const [name, arrived, last] of [
      ['at its last moment counts, whatever else failed', expires, 'C.3/xb.pgo'],
      ['a millisecond later does not', after(expires, 0.001), 'C.5/xb.pgo'],
    ] as const) {
      it(`a receipt that arrived ${name}`, async () => {
        const sample = await submitted({ expires })
        await relay.consign(sample)
        relay.setClock(arrived)
        const receipt = await sampleReceipt(relay, sample)
        // The receipt is kept; its evidence is not, as if the relay had died between the two.
        const keep = () => Promise.reject(new Error('gone'))
        const broken = acknowledgePackage({ ...relay, record: keep })
        await broken(callerOf(relay.registrar), sample.draft.package, receipt).catch(
          () => undefined,
        )
        relay.setClock(judged)
        await relay.expire(sample)
        expect((await chain(sample)).at(-1)).to.equal(last)
      })
    }

    it('and a late receipt is appended, without changing what is final', async () => {
      const sample = await submitted({ expires })
      await relay.consign(sample)
      relay.setClock(judged)
      await relay.expire(sample)
      const receipt = await sampleReceipt(relay, sample)
      await relay.acknowledge(callerOf(relay.registrar), sample.draft.package, receipt)
      expect((await chain(sample)).slice(-2)).to.deep.equal(['C.5/xb.pgo', 'C.3/xb.pgo'])
      expect(await state(sample)).to.equal('expired')
    })

    it('never without an expiry', async () => {
      const sample = await submitted()
      relay.setClock(after(NOW, 10_000 * HOURS))
      await relay.expire(sample)
      expect(await chain(sample)).to.deep.equal(['A.1'])
    })
  })

  describe('is judged undelivered', () => {
    const since = async (sample: SampleSubmission) => (await chain(sample)).slice(2)
    const judgedAt = async (sample: SampleSubmission, seconds: number) => {
      relay.setClock(after(NOW, seconds))
      await relay.judge(sample)
      return since(sample)
    }
    const available = async (changes?: Parameters<typeof submitted>[0]) => {
      const sample = await submitted(changes)
      await relay.consign(sample)
      return sample
    }

    it('when urgent: provisionally after 12 hours, finally after 24', async () => {
      const sample = await available({ urgency: 'emergency' })
      const provisional = ['D.4/xb.pgo/provisional', 'E.2/xb.pgo/provisional']
      expect(await judgedAt(sample, 12 * HOURS + 9)).to.deep.equal([])
      expect(await judgedAt(sample, 12 * HOURS + 10)).to.deep.equal(provisional)
      expect(relay.jobs.at(-1)?.notBefore).to.deep.equal(after(NOW, 24 * HOURS + 10))
      const final = ['D.4/xb.pgo/final', 'E.2/xb.pgo/final']
      expect(await judgedAt(sample, 24 * HOURS + 10)).to.deep.equal([...provisional, ...final])
      expect(await state(sample)).to.equal('undelivered')
      const before = relay.jobs.length
      await relay.judge(sample)
      expect(relay.jobs).to.have.length(before)
      expect(await since(sample)).to.have.length(4)
    })

    it('when routine: once, after 7 days', async () => {
      const sample = await available()
      const judged = await judgedAt(sample, 7 * 24 * HOURS + 10)
      expect(judged).to.deep.equal(['D.4/xb.pgo/final', 'E.2/xb.pgo/final'])
    })

    it('only finally, when an outage lasted past both moments', async () => {
      const sample = await available({ urgency: 'urgent' })
      const judged = await judgedAt(sample, 30 * HOURS)
      expect(judged).to.deep.equal(['D.4/xb.pgo/final', 'E.2/xb.pgo/final'])
    })

    it('though a notice reached them: nobody has fetched it (E.2), and the sender is told', async () => {
      const sample = await available({ urgency: 'urgent' })
      await relay.notify(about(sample))
      const judged = await judgedAt(sample, 12 * HOURS + 10)
      expect(judged).to.deep.equal(['D.3/xb.pgo', 'E.2/xb.pgo/provisional'])
      expect(await state(sample)).to.equal('undelivered')
      const { statement = '' } = (await relay.evidence.chain(sample.header)).at(-1) ?? {}
      const { payload } = await readStatement(statement)
      expect(payload).to.deep.include({
        reasons: [
          {
            code: 'not-handed-over-in-time',
            text: 'provisional: nobody fetched the whole package until 2026-03-01T21:00:00.000Z',
          },
        ],
      })
    })

    it('not when it was handed over in time, though in the last moment, and no job is left', async () => {
      const sample = await available({ urgency: 'urgent' })
      relay.setClock(after(NOW, 12 * HOURS))
      await relay.handOver(about(sample))
      const before = relay.jobs.length
      expect(await judgedAt(sample, 30 * HOURS)).to.deep.equal(['E.1/xb.pgo'])
      expect(relay.jobs).to.have.length(before)
    })

    it('not when they answered, whatever they fetched', async () => {
      const sample = await available({ urgency: 'urgent' })
      const receipt = await sampleReceipt(relay, sample)
      await relay.acknowledge(callerOf(relay.registrar), sample.draft.package, receipt)
      expect(await judgedAt(sample, 30 * HOURS)).to.deep.equal(['C.3/xb.pgo'])
    })

    it('of what could not be made available, D.4 alone says so', async () => {
      const sample = await submitted({ urgency: 'urgent' })
      relay.setClock(after(NOW, 30 * HOURS))
      await relay.judge(sample)
      expect(await chain(sample)).to.deep.equal(['A.1', 'D.4/xb.pgo/final'])
    })

    it('and late good news is kept beside it', async () => {
      const sample = await available({ urgency: 'urgent' })
      await judgedAt(sample, 30 * HOURS)
      await relay.notify(about(sample))
      expect(await state(sample)).to.equal('notified')
      await relay.handOver(about(sample))
      expect(await state(sample)).to.equal('handed-over')
    })
  })

  it('keeps one unbroken chain under fifty-six writers at once, of relays and workers', async () => {
    const sample = await submitted({ recipients: [relay.xb, relay.xc] })
    const { header, draft } = sample
    await relay.consign(sample)
    const writers = await Promise.all(
      [relay.xb.id, relay.xc.id].map(async (recipient) => {
        const caller = callerOf(relay.registrar, { authority: recipient })
        const notice = await relay.evidence.findStep(header, `D.1/${recipient}`)
        const envelope = await relay.open(caller, draft.package, 'envelope')
        return [
          () => relay.notify({ header, recipient }),
          () => relay.confirmNotice(caller, notice?.digest ?? ''),
          () => relay.handOver({ header, recipient }),
          () => relay.noteServed(caller, { ...envelope, handover: ['envelope'] }),
        ]
      }),
    )
    const all = Array.from({ length: 7 }, () => writers.flat()).flat()
    await Promise.all(all.map((write) => write()))
    const kept = await relay.evidence.chain(header)
    expect(kept.map(({ sequence }) => sequence)).to.deep.equal([0, 1, 2, 3, 4, 5, 6])
    expect(new Set(kept.map(({ step }) => step)).size).to.equal(7)
    expect(await state(sample)).to.equal('handed-over')
  })
})
