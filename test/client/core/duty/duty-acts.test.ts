import { expect } from 'chai'
import { actOnAlert } from '#client/core/duty/act-on-alert.js'
import { dutyActs } from '#client/core/duty/duty-acts.js'
import { dutyDesk } from '#client/core/duty/duty-desk.js'
import { setDutyRoster } from '#client/core/duty/duty-roster.js'
import { rosterFromCsv } from '#client/core/duty/roster-csv.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { rejection } from '#test/support/rejection.js'
import { after, NOW } from '#test/support/world/moments.js'

const CSV = [
  'row,officers,email,zone,days,from,to',
  'person,Berta Registrar,berta@xb.example,,,,',
  'backup,Berta Registrar,,,,,',
  '',
].join('\r\n')

describe('acts about an alert, as officers make and see them', () => {
  let c: Constellation
  let id: PackageId
  beforeEach(async () => {
    c = await constellation()
    await setDutyRoster(c.berta, rosterFromCsv(CSV))
    id = await c.sent({ urgency: 'emergency' })
  })
  const take = (changes: Partial<Parameters<typeof actOnAlert>[2]> = {}) =>
    actOnAlert(c.berta, id, { act: 'take', note: 'On my way', over: false, ...changes })

  it('colleagues see who has it, until when, and what was said; the relay reads none of it', async () => {
    expect(await take()).to.include({ already: false, until: '2026-03-01T09:30:00.000Z' })
    expect(await take()).to.include({ already: true })
    const [one] = await dutyDesk(c.berta)
    expect(one?.held).to.include({ act: 'take', name: 'Berta Registrar', note: 'On my way' })
    const { payload } = (await dutyActs(c.ana, id)).record.evidence.at(-1) ?? {}
    expect(payload).to.include({ code: 'K.3', recipient: 'xb.pgo' })
    expect((await dutyActs(c.ana, id)).acts).to.deep.equal([])
    const kept = await c.relay.dutyActs.list(await c.headerOf(id), c.relay.xb.id)
    expect(JSON.stringify(kept)).not.to.contain('On my way')
    expect(Buffer.from(kept[0]?.statement ?? '', 'base64url').toString()).not.to.contain('On my')
    c.relay.setClock(after(NOW, 31 * 60))
    expect((await dutyDesk(c.berta))[0]?.held).to.equal(null)
  })

  it('who had it is named to whoever wants it, and asked for again only on purpose', async () => {
    await take()
    const { officer } = c.relay.registrar.claims
    const other = `${officer.slice(0, -1)}${officer.endsWith('9') ? '8' : '9'}`
    const { credential, ...own } = c.berta.officer
    const payload = { ...credential.payload, officer: other } as typeof credential.payload
    const cleo = { ...c.berta, officer: { ...own, credential: { ...credential, payload } } }
    const refused = await rejection(
      actOnAlert(cleo, id, { act: 'take', note: undefined, over: false }),
    )
    expect(refused).to.include({ code: 'alert-taken' })
    expect((refused as Error).message).to.match(/^Berta Registrar/)
    expect(await take({ over: true })).to.include({ already: false })
    expect((await dutyActs(c.berta, id)).acts.map(({ turn }) => turn)).to.deep.equal([1, 2])
  })

  it('a stand-down says why, and stays to be answered', async () => {
    const off = { act: 'stand-down', over: false } as const
    await actOnAlert(c.berta, id, { ...off, note: 'A\ndrill\u200f ' })
    expect(await actOnAlert(c.berta, id, { ...off, note: 'A drill' })).to.include({ already: true })
    expect((await dutyDesk(c.berta))[0]?.held).to.include({ act: 'stand-down', note: 'A drill' })
    const long = await rejection(
      actOnAlert(c.berta, id, { ...off, act: 'take', note: 'x'.repeat(501) }),
    )
    expect(long).to.include({ code: 'usage' })
  })

  it('notices a relay that hides an act, or shows one of another alert', async () => {
    await take()
    const other = await c.sent({ urgency: 'urgent' })
    const [kept] = await c.relay.dutyActs.list(await c.headerOf(id), c.relay.xb.id)
    if (kept === undefined) throw new Error('there is one')
    await c.relay.dutyActs.keep({ ...kept, header: await c.headerOf(other) })
    expect(await rejection(dutyActs(c.berta, other))).to.include({ code: 'evidence-untrusted' })
    const hiding = { ...c.berta, relay: Object.create(c.berta.relay) as typeof c.berta.relay }
    hiding.relay.call = ((name: 'readPackage', options: never) =>
      (name as string) === 'listDutyActs'
        ? Promise.resolve({ acts: [] })
        : c.berta.relay.call(name, options)) as typeof c.berta.relay.call
    expect(await rejection(dutyActs(hiding, id))).to.include({ code: 'evidence-untrusted' })
  })
})
