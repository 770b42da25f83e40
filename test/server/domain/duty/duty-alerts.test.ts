import { expect } from 'chai'
import { MailRefused } from '#server/domain/duty/mail.js'
import { alerted } from '#test/support/alerted.js'
import { Outage } from '#test/support/fake-ports.js'
import { callerOf } from '#test/support/fake-relay.js'
import { sampleReceipt } from '#test/support/sample-submission.js'

describe('alerts to duty officers', () => {
  let a: Awaited<ReturnType<typeof alerted>>
  beforeEach(async () => {
    a = await alerted()
  })

  it('goes along the roster after 15, 30 and 60 minutes, across zones and a change of shift', async () => {
    await a.onRoster()
    await a.at(0)
    expect(a.mailboxes()).to.deep.equal(['duty1@xb.example'])
    await a.at(14.9)
    expect(a.sent).to.have.length(1)
    await a.at(15)
    expect(a.mailboxes().at(-1)).to.equal('duty3@xb.example')
    // Ben in New York has come on duty meanwhile.
    await a.at(30)
    expect(a.mailboxes().at(-1)).to.equal('duty2@xb.example')
    await a.at(60)
    expect(a.mailboxes().at(-1)).to.equal('duty4@xb.example')
    for (let hour = 2; hour < 48; hour++) await a.at(hour * 60)
    expect(a.sent).to.have.length(4)
    expect(await a.chain()).to.deep.equal([
      ...['A.1', 'D.1/xb.pgo', 'D.3/xb.pgo'],
      ...[0, 1, 2, 3].map((step) => `K.5/xb.pgo/duty-${step}`),
    ])
    const notices = await a.relay.notices.newest(a.relay.xb.id, 'duty.alert', 99)
    expect(notices).to.have.length(4)
  })

  it('ends with a receipt, and a mail that is still to be a.sent is dropped', async () => {
    await a.onRoster()
    await a.at(0)
    a.refuseWith(() => new Outage('smtp is away'))
    await a.at(15)
    await a.relay.acknowledge(
      callerOf(a.relay.registrar),
      a.sample.draft.package,
      await sampleReceipt(a.relay, a.sample),
    )
    a.refuseWith(() => undefined)
    for (const minutes of [16, 20, 30, 60, 120]) await a.at(minutes)
    expect(a.mailboxes()).to.deep.equal(['duty1@xb.example'])
  })

  it('alerts nobody of a routine package', async () => {
    a = await alerted('routine')
    await a.onRoster()
    for (const minutes of [0, 15, 30, 60]) await a.at(minutes)
    expect(a.sent).to.deep.equal([])
  })

  it('says in no mail who writes, what about, or which package it is', async () => {
    await a.onRoster()
    for (const minutes of [0, 15, 30, 60]) await a.at(minutes)
    const { package: id, case: of } = a.sample.draft
    for (const message of a.sent) {
      const text = JSON.stringify(message)
      for (const secret of [a.relay.xa.id, id, of, a.sample.header])
        expect(text).not.to.contain(secret)
    }
    expect(new Set(a.sent.map(({ id: one }) => one)).size).to.equal(4)
  })

  it('states D.4 of each step that reaches nobody, then D.3 of the one that does', async () => {
    await a.onRoster()
    a.refuseWith(({ to }) => (to[0] === 'duty2@xb.example' ? undefined : new MailRefused()))
    for (const minutes of [0, 15, 30, 60]) await a.at(minutes)
    expect(await a.chain()).to.deep.equal([
      ...['A.1', 'D.1/xb.pgo', 'D.4/xb.pgo/duty-0', 'K.6/xb.pgo/duty-0'],
      ...['D.4/xb.pgo/duty-1', 'K.6/xb.pgo/duty-1', 'D.3/xb.pgo', 'K.5/xb.pgo/duty-2'],
      // Somebody was notified before: that is not denied, and yet this step reached nobody.
      'K.6/xb.pgo/duty-3',
    ])
  })

  it('states D.4 at once where nobody can be reached at all', async () => {
    await a.at(0)
    expect(await a.chain()).to.deep.equal([
      ...['A.1', 'D.1/xb.pgo', 'D.4/xb.pgo/duty-0', 'K.6/xb.pgo/duty-0'],
    ])
  })

  it('tries again while the mail server is away, and gives up after ten minutes', async () => {
    await a.onRoster()
    a.refuseWith(() => new Outage('smtp is away'))
    await a.at(0)
    for (let seconds = 0; seconds < 5; seconds++) await a.at(seconds / 60)
    expect(await a.chain()).to.deep.equal(['A.1', 'D.1/xb.pgo'])
    a.refuseWith(() => undefined)
    await a.at(0.5)
    expect(a.mailboxes()).to.deep.equal(['duty1@xb.example'])
    a.refuseWith(() => new Outage('smtp is away'))
    for (let minutes = 15; minutes < 28; minutes += 0.5) await a.at(minutes)
    const [, second] = await a.relay.notices
      .newest(a.relay.xb.id, 'duty.alert', 99)
      .then((all) => all.toReversed())
    expect((await a.relay.deliveries.of(second?.id ?? '')).map(({ state }) => state)).to.deep.equal(
      ['failed'],
    )
  })

  it('loses no alert and doubles no evidence, whichever effect a crash comes before or after', async () => {
    await a.onRoster()
    await a.relay.consign(a.sample)
    const about = { header: a.sample.header, recipient: a.relay.xb.id }
    a.relay.failAt(undefined)
    await a.judge(about)
    const calls = a.relay.calls()
    for (let call = 0; call < calls; call++) {
      for (const when of ['before', 'after'] as const) {
        a = await alerted()
        await a.onRoster()
        await a.relay.consign(a.sample)
        a.relay.failAt({ call, when })
        await a.judge(about).catch((error: unknown) => expect(error).to.be.instanceOf(Outage))
        a.relay.failAt(undefined)
        await a.judge(about)
        await a.work()
        expect(a.mailboxes(), `${call} ${when}`).to.deep.equal(['duty1@xb.example'])
        expect(await a.chain()).to.deep.equal([
          ...['A.1', 'D.1/xb.pgo', 'D.3/xb.pgo', 'K.5/xb.pgo/duty-0'],
        ])
      }
    }
  })
})
