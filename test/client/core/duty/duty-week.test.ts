import { expect } from 'chai'
import { draftRota } from '#client/core/duty/draft-rota.js'
import { dutyWeek } from '#client/core/duty/duty-week.js'
import { RosterDraft } from '#client/core/duty/roster-draft.js'
import { listOfficers } from '#client/core/officers/list-officers.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'

const BERTA = 'Berta Registrar'
const night = { zone: 'Europe/Paris', from: '18:00', to: '08:00', officers: [BERTA] }
const holiday = {
  from: '2026-03-28T00:00:00+01:00',
  to: '2026-03-28T12:00:00+01:00',
  officers: [BERTA],
}

describe('the week of a duty roster', () => {
  let c: Constellation
  before(async () => {
    c = await constellation()
  })
  const week = async (part: object) => {
    const draft = RosterDraft.parse({ persons: [], ...part })
    const rota = draftRota(draft, await listOfficers(c.berta))
    return dutyWeek(rota, new Date('2026-03-27T23:30:00Z'), 'Europe/Paris')
  }
  const hours = (days: Awaited<ReturnType<typeof week>>, at: number) =>
    days[at]?.turns.map(({ from, to, officers, isException }) =>
      [from, to]
        .map((each) => each.toISOString().slice(5, 16))
        .concat(officers.length > 0 ? 'covered' : 'nobody', isException ? ['exception'] : [])
        .join(' '),
    )

  it('has seven days by the clock of whoever looks, without holes, exceptions marked', async () => {
    const days = await week({ shifts: [night], exceptions: [holiday] })
    expect(days.map(({ day }) => day).join(' ')).to.equal(
      '2026-03-28 2026-03-29 2026-03-30 2026-03-31 2026-04-01 2026-04-02 2026-04-03',
    )
    expect(hours(days, 0)).to.deep.equal([
      '03-27T23:00 03-28T11:00 covered exception',
      '03-28T11:00 03-28T17:00 nobody',
      '03-28T17:00 03-28T23:00 covered',
    ])
    // The night on which an hour is skipped: the day has 23 of them.
    expect(hours(days, 1)).to.deep.equal([
      '03-28T23:00 03-29T06:00 covered',
      '03-29T06:00 03-29T16:00 nobody',
      '03-29T16:00 03-29T22:00 covered',
    ])
  })

  it('leaves out what is not written to its end', async () => {
    const shifts = [
      { ...night, zone: 'Europe/Pari' },
      { ...night, from: '' },
      { ...night, officers: [] },
      { ...night, days: [] },
      { ...night, officers: ['Nobody Known'] },
    ]
    const exceptions = [
      { ...holiday, to: '' },
      { ...holiday, to: holiday.from },
    ]
    const days = await week({ shifts, exceptions })
    expect(days.flatMap(({ turns }) => turns.flatMap(({ officers }) => officers))).to.deep.equal([])
  })
})
