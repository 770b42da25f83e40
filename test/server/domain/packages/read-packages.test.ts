import { expect } from 'chai'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { type AuthorityId, CaseId } from '#crypto/fields/fields.js'
import type { Caller } from '#server/contract/wire.js'
import { confirmNotice } from '#server/domain/packages/confirm-notice.js'
import { Outage } from '#test/support/fake-ports.js'
import { callerOf, type FakeRelay, fakeRelay, steps } from '#test/support/fake-relay.js'
import { rejection } from '#test/support/rejection.js'
import {
  type SampleSubmission,
  sampleReceipt,
  sampleSubmission,
} from '#test/support/sample-submission.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('reading packages', () => {
  let relay: FakeRelay
  let sample: SampleSubmission
  let sender: Caller
  let recipient: Caller
  const strangerOf = (authority: AuthorityId) => callerOf(relay.registrar, { authority })
  beforeEach(async () => {
    relay = await fakeRelay()
    sender = callerOf(relay.drafter)
    recipient = callerOf(relay.registrar)
    sample = await sampleSubmission(relay, { recipients: [relay.xb, relay.xc] })
    await relay.submit(sender, sample.submission)
  })
  const codes = async (caller: Caller) =>
    (await relay.read(caller, sample.draft.package)).evidence.length

  it('shows the sender everything, a recipient what concerns it', async () => {
    await relay.consign(sample)
    const receipt = await sampleReceipt(relay, sample)
    await relay.acknowledge(recipient, sample.draft.package, receipt)
    expect(await codes(sender)).to.equal(4)
    expect(await codes(recipient)).to.equal(3)
    expect(await codes(strangerOf(relay.xc.id))).to.equal(2)
    const mine = await relay.read(recipient, sample.draft.package)
    expect(mine.receipts).to.deep.equal([receipt])
    const theirs = await relay.read(strangerOf(relay.xc.id), sample.draft.package)
    expect(theirs.receipts).to.deep.equal([])
    const sent = await relay.read(sender, sample.draft.package)
    expect(sent).to.deep.include({
      header: sample.submission.header,
      credential: sample.submission.credential,
      approvals: sample.submission.approvals,
      receipts: [receipt],
    })
  })

  it('tells a stranger, and a recipient before D.1, that there is no such package', async () => {
    const unknown = await rejection(relay.read(recipient, sample.draft.package))
    expect(unknown).to.include({ code: 'package-unknown' })
    await relay.consign(sample)
    const stranger = await rejection(relay.read(strangerOf(relay.relay.id), sample.draft.package))
    const never = await rejection(
      relay.read(recipient, (await sampleSubmission(relay)).draft.package),
    )
    expect(stranger).to.include({ code: 'package-unknown' })
    expect(never).to.include({ code: 'package-unknown' })
  })

  describe('in a mailbox', () => {
    it('lists what was sent at once, and what was received from D.1 on', async () => {
      const inbox = () => relay.list(recipient, { box: 'inbox', limit: 10 })
      expect((await inbox()).packages).to.deep.equal([])
      const sent = await relay.list(sender, { box: 'sent', limit: 10 })
      expect(sent.packages).to.have.length(1)
      await relay.consign(sample)
      const { packages, next } = await inbox()
      expect(packages.map(({ header }) => header)).to.deep.equal([sample.submission.header])
      expect(packages[0]?.evidence).to.have.length(2)
      expect(next).to.equal(null)
    })

    it('lists those of a case only, where one is named', async () => {
      const other = await sampleSubmission(relay, { case: CaseId.parse(uuidV7(NOW)) })
      await relay.submit(sender, other.submission)
      for (const one of [sample, other]) await relay.consign(one)
      for (const [who, box] of [
        [sender, 'sent'],
        [recipient, 'inbox'],
      ] as const) {
        const { packages } = await relay.list(who, { box, limit: 10, case: sample.draft.case })
        expect(packages.map(({ header }) => header)).to.deep.equal([sample.submission.header])
      }
    })

    it('lists what is urgent and waits for an answer only, where that is asked for', async () => {
      relay.setClock(after(NOW, 1))
      const urgent = await sampleSubmission(relay, { urgency: 'emergency' })
      await relay.submit(sender, urgent.submission)
      for (const one of [sample, urgent]) await relay.consign(one)
      const waiting = async (who: typeof sender, box: 'inbox' | 'sent') =>
        (await relay.list(who, { box, limit: 1, waiting: 'urgent' })).packages.map(
          ({ header }) => header,
        )
      for (const [who, box] of [
        [sender, 'sent'],
        [recipient, 'inbox'],
      ] as const) {
        expect(await waiting(who, box)).to.deep.equal([urgent.submission.header])
      }
      const receipt = await sampleReceipt(relay, urgent)
      await relay.acknowledge(recipient, urgent.draft.package, receipt)
      expect(await waiting(recipient, 'inbox')).to.deep.equal([])
      expect(await waiting(sender, 'sent')).to.deep.equal([])
    })

    it('pages newest first, each package once, past those that are not there yet', async () => {
      await relay.consign(sample)
      const headers = [sample.submission.header]
      for (let i = 1; i <= 12; i++) {
        relay.setClock(after(NOW, 1 + Math.floor(i / 3)))
        const one = await sampleSubmission(relay)
        await relay.submit(sender, one.submission)
        if (i % 3 === 0) continue
        await relay.consign(one)
        headers.push(one.submission.header)
      }
      const seen: string[] = []
      let after_: string | undefined
      for (let page = 0; page < 20; page++) {
        const query = { box: 'inbox', limit: 2, after: after_ } as const
        const { packages, next } = await relay.list(recipient, query)
        seen.push(...packages.map(({ header }) => header))
        if (next === null) break
        expect(next).to.match(/^[A-Za-z0-9_-]{1,200}$/)
        after_ = next
      }
      expect(seen).to.have.members(headers)
      expect(seen).to.have.length(headers.length)
      expect(seen.at(-1)).to.equal(headers[0])
    })

    for (const cursor of ['x', '12_', '_0', `1_${'f'.repeat(36)}`, `${'9'.repeat(30)}_x`]) {
      it(`refuses the cursor ${cursor}`, async () => {
        const reason = await rejection(relay.list(sender, { box: 'sent', limit: 1, after: cursor }))
        expect(reason).to.include({ code: 'malformed-request' })
      })
    }
  })

  describe('as a feed', () => {
    const feed = (caller: Caller, from = -1, limit = 50) =>
      relay.feed(caller, { after: from, limit })

    it('shows a recipient nothing before D.1', async () => {
      expect((await feed(recipient)).events).to.deep.equal([])
      await relay.consign(sample)
      const { events } = await feed(recipient)
      expect(events.map(({ code, recipient: whom }) => [code, whom])).to.deep.equal([
        ['D.1', relay.xb.id],
      ])
    })

    it('gives the log’s order first, then what has no index, which comes again with one', async () => {
      await relay.consign(sample)
      const [a1, first] = relay.state.evidence
      if (a1 === undefined || first === undefined) throw new Error('no evidence')
      relay.state.evidence[0] = { ...a1, index: 7 }
      relay.state.evidence[1] = { ...first, index: 9 }
      const page = await feed(sender)
      expect(page.events.map(({ evidence }) => evidence.index)).to.deep.equal([7, 9, null])
      expect(page).to.include({ position: 9, more: false })
      const next = await feed(sender, page.position)
      expect(next.events.map(({ evidence }) => evidence.index)).to.deep.equal([null])
      expect(next.position).to.equal(9)
      const short = await feed(sender, -1, 1)
      expect(short.events.map(({ evidence }) => evidence.index)).to.deep.equal([7])
      expect(short).to.include({ position: 7, more: true })
    })
  })

  it('takes a confirmation of a notice from whom the notice was for, and nobody else', async () => {
    await relay.consign(sample)
    const notice = relay.state.evidence.find(({ step }) => step === 'D.1/xb.pgo')?.digest ?? ''
    const asked = relay.jobs.length
    await relay.confirmNotice(recipient, notice)
    expect(await steps(relay, sample.submission.header)).to.include('D.3/xb.pgo')
    expect(relay.jobs).to.have.length(asked)
    const a1 = relay.state.evidence[0]?.digest ?? ''
    for (const [caller, digest] of [
      [strangerOf(relay.xc.id), notice],
      [sender, notice],
      [sender, a1],
      [recipient, 'f'.repeat(64)],
    ] as const) {
      const reason = await rejection(relay.confirmNotice(caller, digest))
      expect(reason).to.include({ code: 'package-unknown' })
    }
  })

  it('has a worker state what was confirmed and could not be stated', async () => {
    await relay.consign(sample)
    const notice = relay.state.evidence.find(({ step }) => step === 'D.1/xb.pgo')?.digest ?? ''
    const record = () => Promise.reject(new Outage('no evidence is kept just now'))
    await confirmNotice({ ...relay, record })(recipient, notice)
    expect(relay.jobs.at(-1)).to.deep.equal({
      name: 'receipts.notified',
      payload: { header: sample.header, recipient: relay.xb.id },
    })
  })
})
