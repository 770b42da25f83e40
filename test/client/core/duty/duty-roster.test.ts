import { expect } from 'chai'
import { dutyGaps } from '#client/core/duty/duty-gaps.js'
import { dutyRoster, setDutyRoster } from '#client/core/duty/duty-roster.js'
import { rosterFromCsv, rosterToCsv } from '#client/core/duty/roster-csv.js'
import { draftOf, RosterDraft, rosteredFrom } from '#client/core/duty/roster-draft.js'
import type { StandingRoster } from '#server/contract/wire.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { rejection } from '#test/support/rejection.js'
import { after, NOW } from '#test/support/world/moments.js'

const BERTA = 'Berta Registrar'
const CSV = `row,officers,email,zone,days,from,to,first,last
person,${BERTA},berta@xb.example,,,,,,
shift,${BERTA},,Asia/Amman,1 | 2 | 3 | 4 | 7,08:00,16:00,2026-03-01,
shift,${BERTA},,America/New_York,,20:00,06:00,,
exception,${BERTA},,,,2026-12-24T18:00:00.000Z,2026-12-26T18:00:00.000Z,,
backup,${BERTA},,,,,,,
keys,${BERTA},,,,,,,
webhook,,https://pager.xb.example/rogatory,,,,,,
`.replaceAll('\n', '\r\n')

describe('the duty roster that an authority sets', () => {
  let c: Constellation
  beforeEach(async () => {
    c = await constellation()
  })
  const tick = (seconds: number) => c.relay.setClock(after(c.relay.clock.now(), seconds))

  it('comes back as it was imported, with names, as CSV and as JSON', async () => {
    expect(await dutyRoster(c.berta)).to.equal(undefined)
    expect(await setDutyRoster(c.berta, rosterFromCsv(CSV))).to.equal(1)
    const read = await dutyRoster(c.berta)
    if (read === undefined) throw new Error('there is one')
    expect(read.isVouched).to.equal(true)
    expect(JSON.stringify(read.roster)).not.to.contain('Berta R')
    const draft = draftOf(read.roster, read.members)
    expect(rosterToCsv(draft)).to.equal(CSV.replace(',,20:00', ',1 | 2 | 3 | 4 | 5 | 6 | 7,20:00'))
    expect(RosterDraft.parse(JSON.parse(JSON.stringify(draft)))).to.deep.equal(draft)
  })

  it('counts versions, each on top of the one before; the same again is none', async () => {
    const draft = rosterFromCsv(CSV)
    await setDutyRoster(c.berta, draft)
    const first = await dutyRoster(c.berta)
    tick(60)
    expect(await setDutyRoster(c.berta, draft)).to.equal(1)
    expect(await setDutyRoster(c.berta, { ...draft, backup: [] })).to.equal(2)
    expect((await dutyRoster(c.berta))?.roster).to.include({ supersedes: first?.digest })
  })

  it('is refused by the relay from who may not, from yesterday, or in a zone that nobody knows', async () => {
    const draft = rosterFromCsv(CSV)
    const own = { ...draft, persons: [], shifts: [], exceptions: [], backup: [], keyWarnings: [] }
    expect(await rejection(setDutyRoster(c.ana, own))).to.include({ code: 'not-permitted' })
    const [shift] = draft.shifts
    if (shift === undefined) throw new Error('there is one')
    const lost = { ...draft, shifts: [{ ...shift, zone: 'Atlantis/Capital' }] }
    expect(await rejection(setDutyRoster(c.berta, lost))).to.include({ code: 'statement-invalid' })
    const late = { ...c.berta, platform: { ...c.berta.platform, now: () => after(NOW, -600) } }
    expect(await rejection(setDutyRoster(late, draft))).to.include({ code: 'clock-skewed' })
    expect(await dutyRoster(c.berta)).to.equal(undefined)
  })

  it('is not replaced by somebody who has not seen the newest', async () => {
    const draft = rosterFromCsv(CSV)
    const [one, two] = await Promise.allSettled([
      setDutyRoster(c.berta, draft),
      setDutyRoster(c.berta, { ...draft, webhooks: [] }),
    ])
    const outcomes = [one, two].map(({ status }) => status).toSorted()
    expect(outcomes).to.deep.equal(['fulfilled', 'rejected'])
  })

  it('names nobody who is not an officer, or not any more', async () => {
    const draft = rosterFromCsv(CSV.replaceAll(BERTA, 'Nobody Known'))
    expect(await rejection(setDutyRoster(c.berta, draft))).to.include({ code: 'officer-unknown' })
  })

  it('is told to be unvouched when the relay shows what no officer has signed', async () => {
    await setDutyRoster(c.berta, rosterFromCsv(CSV))
    c.lies.answers.readRoster = ({ standing }: StandingRoster) => ({
      standing: standing && { ...standing, roster: `${standing.roster.slice(0, -4)}AAAA` },
    })
    expect(await dutyRoster(c.berta)).to.include({ isVouched: false })
  })

  it('names the hours that nobody covers, and those of somebody without an address', async () => {
    const { members = [] } =
      (await setDutyRoster(c.berta, rosterFromCsv(CSV)), await dutyRoster(c.berta)) ?? {}
    const rostered = rosteredFrom(rosterFromCsv(CSV), members)
    const gaps = dutyGaps({ ...rostered, webhooks: [] }, NOW, 2)
    expect(gaps.map(({ from, why }) => `${from.slice(0, 16)} ${why}`)).to.deep.equal(
      ['2026-03-01T13:00 nobody', '2026-03-02T13:00 nobody'].map((line) => line),
    )
    const mute = rostered.persons.map((person) => ({ ...person, email: null }))
    const deaf = dutyGaps({ ...rostered, persons: mute, webhooks: [] }, NOW, 2)
    expect(new Set(deaf.map(({ why }) => why))).to.deep.equal(new Set(['nobody', 'unreachable']))
    expect(dutyGaps({ ...rostered, persons: mute }, NOW, 2).map(({ why }) => why)).not.to.include(
      'unreachable',
    )
  })

  it('says which row of a file does not fit', async () => {
    for (const [text, why] of [
      ['row,who\r\n', 'row 1 has columns'],
      ['row,officers\r\nperson,A\r\nperhaps,B\r\n', 'row 3 is no person'],
      ['row,officers,email\r\nperson,A,nonsense\r\n', 'persons.0.email'],
    ] as const) {
      expect(await rejection(Promise.resolve().then(() => rosterFromCsv(text))))
        .to.have.property('message')
        .that.contains(why)
    }
  })
})
