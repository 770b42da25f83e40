import { expect } from 'chai'
import { closeOralRequest } from '#client/core/duty/close-oral-request.js'
import { listOralRequests, oralRequest } from '#client/core/duty/list-oral-requests.js'
import { noteOralRequest } from '#client/core/duty/note-oral-request.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { rejection } from '#test/support/rejection.js'
import { after, NOW } from '#test/support/world/moments.js'

const HOUR = 3600

describe('oral requests', () => {
  let c: Constellation
  beforeEach(async () => {
    c = await constellation()
  })
  const said = () => ({
    ...({ direction: 'received', counterpart: c.relay.xa.id, channel: 'telephone' } as const),
    person: 'Ana Attaché, duty prosecutor',
    asked: 'Freeze the account before noon',
    at: after(NOW, -60).toISOString(),
  })
  const note = (changes = {}, times = { within: 24, warn: 4 }) =>
    noteOralRequest(c.berta, { ...said(), ...changes }, times)
  const listed = async (open = true) => listOralRequests(c.berta, open)
  const told = async () =>
    (await c.relay.notices.newest(c.relay.xb.id, undefined, 9)).map(({ kind }) => kind)

  it('are noted once, for the own authority only, and the relay learns a moment', async () => {
    const { oral, due } = await note()
    expect(due).to.equal(after(NOW, 24 * HOUR).toISOString())
    expect(await note()).to.deep.equal({ oral, due, already: true })
    const [one, ...others] = await listed()
    expect(others).to.deep.equal([])
    expect(one).to.include({ ...said(), state: 'awaited', name: 'Berta Registrar' })
    expect(await listOralRequests(c.ana, false)).to.deep.equal([])
    const kept = JSON.stringify(await c.relay.clocks.list(c.relay.xb.id, {}, undefined, 9))
    const statement = (await c.relay.clocks.find(c.relay.xb.id, oral))?.statement ?? ''
    const payload = Buffer.from(statement.split('.')[1] ?? '', 'base64url').toString()
    for (const secret of ['Attach', 'Freeze', 'xa.moj', 'telephone']) {
      expect(kept + payload).not.to.contain(secret)
    }
  })

  it('demand their confirmation: a warning, then a lapse, then overdue', async () => {
    const { oral } = await note()
    const about = { authority: c.relay.xb.id, clock: oral }
    expect(c.relay.jobs.at(-1)).to.deep.include({ notBefore: after(NOW, 20 * HOUR) })
    for (const hours of [20, 24]) {
      c.relay.setClock(after(NOW, hours * HOUR))
      await c.relay.ringClock(about)
    }
    expect(await told()).to.deep.equal(['clock.lapsed', 'clock.warning'])
    c.relay.setClock(after(NOW, 25 * HOUR))
    expect((await listed())[0]?.state).to.equal('overdue')
  })

  it('end with the package that confirms them, and rest on its evidence', async () => {
    const { oral } = await note()
    const id = await c.sent()
    const kept = await oralRequest(c.berta, oral.slice(0, 8))
    expect(await closeOralRequest(c.berta, kept, { package: id })).to.include({ already: false })
    expect(await listed()).to.deep.equal([])
    const [done] = await listed(false)
    const { confirmedBy, clock, state } = done ?? {}
    expect(confirmedBy).to.deep.equal({ package: id, header: await c.headerOf(id) })
    expect(state).to.equal('confirmed')
    const [a1] = await c.relay.evidence.chain(await c.headerOf(id))
    expect(clock).to.include({ evidence: a1?.digest, revision: 2, state: 'ended' })
    const again = await oralRequest(c.berta, oral)
    expect(await closeOralRequest(c.berta, again, { package: id })).to.include({ already: true })
    c.relay.setClock(after(NOW, 25 * HOUR))
    await c.relay.ringClock({ authority: c.relay.xb.id, clock: oral })
    expect(await told()).to.deep.equal([])
  })

  it('are not confirmed by another’s package, nor twice; they end with a reason', async () => {
    await note({ direction: 'made' })
    const [kept] = await listed()
    if (kept === undefined) throw new Error('there is one')
    const id = await c.sent()
    const wrong = await rejection(closeOralRequest(c.berta, kept, { package: id }))
    expect(wrong).to.include({ code: 'oral-mismatch' })
    await closeOralRequest(c.berta, kept, { reason: 'Taken back by telephone' })
    const [ended] = await listed(false)
    if (ended === undefined) throw new Error('there is one')
    expect(ended.state).to.equal('ended')
    const late = await rejection(closeOralRequest(c.berta, ended, { reason: 'Another' }))
    expect(late).to.include({ code: 'oral-mismatch' })
    expect(await rejection(oralRequest(c.berta, 'abc'))).to.include({ code: 'oral-unknown' })
    expect(await rejection(note({ at: after(NOW, 60).toISOString() }))).to.include({
      code: 'usage',
    })
    expect(await rejection(note({ person: '' }))).to.include({ code: 'usage' })
  })
})
