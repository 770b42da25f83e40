import { expect } from 'chai'
import type { ClockRequest } from '#crypto/clock/clock-request.js'
import { alerted } from '#test/support/alerted.js'
import { Outage } from '#test/support/fake-ports.js'
import { callerOf } from '#test/support/fake-relay.js'
import { sampleClock } from '#test/support/sample-clock.js'
import { after, NOW } from '#test/support/world/moments.js'
import { nextEntry } from '#test/support/world/next-entry.js'

const PAGER = 'https://pager.xb.example/rogatory'
const contact = 'office@xb.example'
const DAY = 24 * 60

describe('what clocks tell by mail and webhook', () => {
  let a: Awaited<ReturnType<typeof alerted>>
  const ask = async (changes: Partial<ClockRequest> = {}) => {
    const consigned = await a.relay.evidence.findStep(a.sample.header, `D.1/${a.relay.xb.id}`)
    const evidence = consigned?.digest ?? ''
    const item = await sampleClock(a.relay.registrar, a.sample, { evidence, ...changes })
    return a.relay.askClock(callerOf(a.relay.registrar), item)
  }
  async function begin(hasMail = true) {
    a = await alerted('routine', { hasMail })
    const entry = await nextEntry(a.relay.xb, { contact: { email: contact } })
    await a.relay.publishEntry({ entry })
    await a.at(0)
    await ask()
  }
  /** A roster that gives the officer who asked this mailbox. */
  const onRoster = (email: string | null, webhooks: string[] = []) => {
    const { officer } = a.relay.registrar.claims
    const persons = [{ officer, email }]
    return a.onRoster({ persons, shifts: [], backup: [], webhooks })
  }
  beforeEach(() => begin())

  it('goes to the contact of the entry where the roster has nobody, once each', async () => {
    for (const day of [19, 20, 21, 30, 31]) await a.at(day * DAY)
    expect(a.mailboxes()).to.deep.equal([contact, contact])
    expect(a.sent.map(({ subject }) => subject)).to.deep.equal([
      'Rogatory: a clock of xb.pgo is about to lapse',
      'Rogatory: a clock of xb.pgo has lapsed',
    ])
    expect(new Set(a.sent.map(({ id }) => id)).size).to.equal(2)
    for (const secret of [a.relay.xa.id, a.sample.draft.case, a.sample.draft.package])
      expect(JSON.stringify(a.sent)).not.to.contain(secret)
  })

  it('goes to whoever asked, where the roster has a mailbox; of a lapse to the contact as well', async () => {
    await onRoster('asker@xb.example')
    await a.at(20 * DAY)
    expect(a.mailboxes()).to.deep.equal(['asker@xb.example'])
    await a.at(30 * DAY)
    expect(a.mailboxes().slice(1).sort()).to.deep.equal(['asker@xb.example', contact].sort())
  })

  it('goes to the contact where the roster has no mailbox of whoever asked', async () => {
    await onRoster(null)
    await a.at(20 * DAY)
    expect(a.mailboxes()).to.deep.equal([contact])
  })

  it('goes to every webhook of the roster, signed, with or without a mail server', async () => {
    await begin(false)
    await onRoster(null, [PAGER])
    for (const day of [20, 30]) await a.at(day * DAY)
    expect(a.sent).to.deep.equal([])
    expect(a.called.map(({ url }) => url)).to.deep.equal([PAGER, PAGER])
    const types = a.called.map(({ body }) => (JSON.parse(body) as { type: string }).type)
    expect(types).to.deep.equal(['clock.warning', 'clock.lapsed'])
    expect(a.called.every(({ signature }) => signature.startsWith('v1a,'))).to.equal(true)
  })

  it('is a notice alone, where there is neither', async () => {
    await begin(false)
    await a.at(30 * DAY)
    expect([a.sent, a.called]).to.deep.equal([[], []])
    expect(await a.relay.notices.newest(a.relay.xb.id, 'clock.lapsed', 9)).to.have.length(1)
  })

  it('outlasts a mail server that is away for hours, and is dropped once the clock is moved', async () => {
    a.refuseWith(() => new Outage('smtp is away'))
    await a.at(20 * DAY)
    for (let hour = 1; hour < 10; hour++) await a.at(20 * DAY + hour * 60)
    a.refuseWith(() => undefined)
    await a.at(20 * DAY + 600)
    expect(a.sent).to.have.length(1)

    a.refuseWith(() => new Outage('smtp is away'))
    await a.at(30 * DAY)
    const declared = after(NOW, 30 * 24 * 3600).toISOString()
    const due = after(NOW, 60 * 24 * 3600).toISOString()
    await ask({ revision: 2, due, warnings: [], declared })
    a.refuseWith(() => undefined)
    await a.at(31 * DAY)
    expect(a.sent).to.have.length(1)
    await a.at(60 * DAY)
    expect(a.sent).to.have.length(2)
  })

  it('is given up after a day', async () => {
    a.refuseWith(() => new Outage('smtp is away'))
    for (let hour = 0; hour < 26; hour++) await a.at(20 * DAY + hour * 60)
    const [notice] = await a.relay.notices.newest(a.relay.xb.id, 'clock.warning', 9)
    const [delivery] = await a.relay.deliveries.of(notice?.id ?? '')
    expect(delivery).to.include({ state: 'failed', target: 'contact' })
  })

  it('is neither lost nor doubled, whichever effect a crash comes before or after', async () => {
    const about = { authority: a.relay.xb.id, clock: 'c'.repeat(64) }
    const lapsed = async () => {
      await begin()
      await onRoster('asker@xb.example', [PAGER])
      a.relay.setClock(after(NOW, 30 * 24 * 3600))
      a.relay.jobs.length = 0
      a.relay.failAt(undefined)
    }
    await lapsed()
    await a.ring(about)
    const calls = a.relay.calls()
    expect(calls).to.be.greaterThan(5)
    for (const when of ['before', 'after'] as const) {
      for (let call = 0; call < calls; call++) {
        await lapsed()
        a.relay.failAt({ call, when })
        await a.ring(about).catch((error: unknown) => expect(error).to.be.instanceOf(Outage))
        a.relay.failAt(undefined)
        await a.ring(about)
        await a.work()
        const all = [...a.mailboxes(), ...a.called.map(({ url }) => url)]
        expect(all.sort(), `${call} ${when}`).to.deep.equal(
          ['asker@xb.example', contact, PAGER].sort(),
        )
      }
    }
  })
})
