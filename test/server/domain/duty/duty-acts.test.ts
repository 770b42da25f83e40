import { expect } from 'chai'
import { digestOf } from '#crypto/bytes/sha256.js'
import type { Role } from '#crypto/directory/officer-credential.js'
import type { DutyAct } from '#crypto/duty/duty-act.js'
import type { DutyActItem } from '#server/contract/wire.js'
import { alerted } from '#test/support/alerted.js'
import { codeOf } from '#test/support/code-of.js'
import { callerOf } from '#test/support/fake-relay.js'
import { Outage } from '#test/support/fake-ports.js'
import { rejection } from '#test/support/rejection.js'
import { sampleDutyAct } from '#test/support/sample-duty-act.js'
import { sampleReceipt } from '#test/support/sample-submission.js'
import type { Officer } from '#test/support/world/officers.js'

describe('what duty officers do about an alert', () => {
  let a: Awaited<ReturnType<typeof alerted>>
  let last: DutyActItem | undefined
  let turn: number

  async function begin() {
    a = await alerted()
    await a.onRoster()
    await a.at(0)
    last = undefined
    turn = 0
  }
  beforeEach(begin)

  const next = async (changes: Partial<DutyAct> = {}, by: Officer = a.relay.registrar) =>
    sampleDutyAct(by, a.sample, {
      turn: turn + 1,
      previous: last === undefined ? null : await digestOf(last.act),
      declared: a.relay.clock.now().toISOString(),
      ...changes,
    })
  const send = (item: DutyActItem, by = a.relay.registrar) =>
    a.relay.actOnAlert(callerOf(by), a.sample.draft.package, item)
  async function act(changes: Partial<DutyAct> = {}) {
    last = await next(changes)
    turn += 1
    return send(last)
  }
  const refusal = (item: DutyActItem | Promise<DutyActItem>, by = a.relay.registrar) =>
    codeOf(async () => send(await item, by))
  const standDown = (changes: Partial<DutyAct> = {}) =>
    act({ act: 'stand-down', detail: '{}', ...changes })

  it('who takes it over holds the escalation up for half an hour, and then it goes on', async () => {
    await a.at(10)
    const { until } = await act()
    expect(until).to.equal('2026-03-01T09:40:00.000Z')
    for (const minutes of [15, 30, 44]) await a.at(minutes)
    expect(a.sent).to.have.length(1)
    // It has stood still for 30 minutes: 15, 30 and 60 are 45, 60 and 90.
    await a.at(45)
    expect(a.sent).to.have.length(2)
    await a.at(59)
    expect(a.sent).to.have.length(2)
    await a.at(60)
    expect(a.sent).to.have.length(3)
    await a.at(90)
    expect(a.sent).to.have.length(4)
    expect((await a.chain()).filter((step) => step.startsWith('K.3'))).to.deep.equal([
      'K.3/xb.pgo/duty-1',
    ])
  })

  it('time during which two held it counts once', async () => {
    await a.at(5)
    await act()
    await a.at(20)
    await act()
    // Still from 5 to 50.
    await a.at(59)
    expect(a.sent).to.have.length(1)
    await a.at(60)
    expect(a.sent).to.have.length(2)
  })

  it('a stand-down ends it, a mail on its way included, until somebody takes it again', async () => {
    a.refuseWith(() => new Outage('smtp is away'))
    await a.at(15)
    await standDown()
    a.refuseWith(() => undefined)
    for (const minutes of [16, 30, 60, 300]) await a.at(minutes)
    expect(a.sent).to.have.length(1)
    await act()
    await a.at(330 + 14)
    expect(a.sent).to.have.length(1)
    await a.at(330 + 15)
    expect(a.sent).to.have.length(2)
    const steps = await a.chain()
    expect(steps).to.include.members(['K.4/xb.pgo/duty-1', 'K.3/xb.pgo/duty-2'])
    expect(steps.at(-1)).to.equal('K.5/xb.pgo/duty-2')
  })

  it('evidence names the statement and not the officer; the authority alone is shown it', async () => {
    const taken = await act()
    const header = await digestOf(a.sample.submission.header)
    const evidence = (await a.relay.evidence.chain(header)).find(({ code }) => code === 'K.3')
    expect(evidence?.parties).to.deep.equal([a.relay.xa.id, a.relay.xb.id])
    const said = Buffer.from(evidence?.statement.split('.')[1] ?? '', 'base64url').toString()
    expect(JSON.parse(said)).to.include({ subject: await digestOf(taken.act), recipient: 'xb.pgo' })
    expect(said).not.to.contain(a.relay.registrar.claims.officer)
    const of = (officer: Officer) => a.relay.listDutyActs(callerOf(officer), a.sample.draft.package)
    expect(await of(a.relay.registrar)).to.deep.equal({ acts: [taken] })
    expect(await of(a.relay.drafter)).to.deep.equal({ acts: [] })
    const [told] = await a.relay.notices.newest(a.relay.xb.id, 'duty.act', 9)
    expect(told).to.include({ act: 'take', officer: a.relay.registrar.claims.officer, turn: 1 })
  })

  it('is answered alike when it comes twice; a colleague who was faster is told of', async () => {
    const first = await act()
    if (last === undefined) throw new Error('there is one')
    a.relay.setClock(new Date(a.relay.clock.now().getTime() + 3_600_000))
    expect(await send(last)).to.deep.equal(first)
    expect(await refusal(next({ turn: 1, previous: null }))).to.equal('alert-conflict')
    expect(await refusal(next({ previous: 'f'.repeat(64) }))).to.equal('alert-conflict')
    const both = await Promise.allSettled([
      next({ detail: '{"note":"a"}' }).then((item) => send(item)),
      next({ detail: '{"note":"b"}' }).then((item) => send(item)),
    ])
    expect(both.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected'])
  })

  it('refuses what is no alert, an answered package, the sender, and who is not on duty', async () => {
    const { registrar, drafter } = a.relay
    expect(await refusal(next({ header: 'f'.repeat(64) }))).to.equal('statement-invalid')
    expect(await refusal(next({}, drafter), drafter)).to.equal('alert-unknown')
    expect(await refusal(next({}, drafter))).to.equal('statement-invalid')
    expect(await refusal(next({ declared: '2026-03-01T08:00:00.000Z' }))).to.equal('clock-skewed')
    const done = await next()
    await a.relay.acknowledge(
      callerOf(registrar),
      a.sample.draft.package,
      await sampleReceipt(a.relay, a.sample),
    )
    expect(await refusal(done)).to.equal('receipt-present')

    a = await alerted('routine')
    await a.onRoster()
    await a.at(0)
    expect(await refusal(next())).to.equal('alert-unknown')

    a = await alerted()
    await a.at(0)
    const as = async (roles: Role[]) =>
      a.relay.actOnAlert(callerOf(registrar, { roles }), a.sample.draft.package, await next())
    expect(await rejection(as(['registrar']))).to.include({ code: 'not-permitted' })
    await as(['duty'])
  })

  it('is complete after a repetition, whichever effect a crash comes before or after', async () => {
    a.relay.failAt(undefined)
    await act()
    const calls = a.relay.calls()
    for (let call = 0; call < calls; call++) {
      for (const when of ['before', 'after'] as const) {
        await begin()
        const item = await next()
        a.relay.failAt({ call, when })
        await send(item).catch((error: unknown) => expect(error).to.be.instanceOf(Outage))
        a.relay.failAt(undefined)
        await send(item)
        await a.work()
        expect((await a.chain()).slice(-2), `${call} ${when}`).to.deep.equal([
          ...['K.5/xb.pgo/duty-0', 'K.3/xb.pgo/duty-1'],
        ])
      }
    }
  })

  it('is stated by the workers where the relay died before it could', async () => {
    await act()
    const { evidence } = a.relay.state
    evidence.splice(
      evidence.findIndex(({ code }) => code === 'K.3'),
      1,
    )
    await a.at(0)
    expect((await a.chain()).at(-1)).to.equal('K.3/xb.pgo/duty-1')
  })
})
