import { expect } from 'chai'
import fc from 'fast-check'
import { alertedBy, alertOrder } from '#crypto/duty/alert-order.js'
import { DutyRoster, type DutyShift } from '#crypto/duty/duty-roster.js'
import { dutySegments, onDuty } from '#crypto/duty/on-duty.js'
import { OfficerId } from '#crypto/fields/fields.js'
import { rosterOf } from '#test/support/sample-roster.js'

const [ann, ben, cleo, dan] = [1, 2, 3, 4].map((n) =>
  OfficerId.parse(`019b76da-a800-7000-8000-00000000000${n}`),
) as [OfficerId, OfficerId, OfficerId, OfficerId]
const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7]
const shift = (from: string, to: string, zone: string, ...officers: OfficerId[]): DutyShift => ({
  zone,
  days: ALL_DAYS,
  from,
  to,
  first: null,
  last: null,
  officers,
})
const at = (text: string) => new Date(text)

describe('the duty roster', () => {
  /** Vienna by day, New York by night: the zones change their clocks on different nights. */
  const rota = {
    exceptions: [],
    shifts: [
      shift('08:00', '20:00', 'Europe/Vienna', ann),
      shift('20:00', '08:00', 'Europe/Vienna', ben),
    ],
  }

  it('covers the hour that comes twice and the hour that does not come', () => {
    const night = [
      shift('22:00', '02:30', 'Europe/Vienna', ann),
      shift('02:30', '06:00', 'Europe/Vienna', ben),
    ]
    const list = (from: string, to: string) =>
      dutySegments({ shifts: night, exceptions: [] }, at(from), at(to)).map(
        ({ from: begins, to: ends, officers }) =>
          `${begins.toISOString().slice(11, 16)}-${ends.toISOString().slice(11, 16)} ${officers.map((one) => one.at(-1)).join()}`,
      )
    // Back from 03:00 to 02:00 on 25 October: the shift ends when 02:30 comes for the first time.
    expect(list('2026-10-24T20:00:00Z', '2026-10-25T05:00:00Z')).to.deep.equal([
      '20:00-00:30 1',
      '00:30-05:00 2',
    ])
    // On from 02:00 to 03:00 on 29 March: 02:30 is that moment, for both.
    expect(list('2026-03-28T21:00:00Z', '2026-03-29T04:00:00Z')).to.deep.equal([
      '21:00-01:00 1',
      '01:00-04:00 2',
    ])
  })

  it('has no gap and nobody twice in any year where the shifts of a day meet on the wall', function () {
    this.timeout(300_000)
    const quarter = fc.integer({ min: 0, max: 95 })
    const zone = fc.constantFrom(
      'Europe/Vienna',
      'America/New_York',
      'Australia/Lord_Howe',
      'Africa/Cairo',
    )
    const clock = (n: number) =>
      `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`
    const property = fc.property(
      zone,
      fc.uniqueArray(quarter, { minLength: 2, maxLength: 4 }),
      (in_, marks) => {
        const sorted = marks.toSorted((a, b) => a - b)
        const officers = [ann, ben, cleo, dan]
        const shifts = sorted.map((mark, i) =>
          shift(clock(mark), clock(sorted[i + 1] ?? sorted[0] ?? 0), in_, officers[i] ?? ann),
        )
        const from = at('2026-01-01T00:00:00Z')
        const segments = dutySegments({ shifts, exceptions: [] }, from, at('2026-12-31T00:00:00Z'))
        expect(segments.filter(({ officers: some }) => some.length !== 1)).to.deep.equal([])
        segments.forEach(({ from: begins }, i) => {
          if (i > 0) expect(begins).to.deep.equal(segments[i - 1]?.to)
        })
      },
    )
    // 02:15 and 03:00 are one moment on the night that skips the hour between.
    fc.assert(property, { numRuns: 12, examples: [['Europe/Vienna', [9, 0, 12]]] })
  })

  it('says at any instant what its segments say', () => {
    const from = at('2026-03-27T00:00:00Z')
    const segments = dutySegments(rota, from, at('2026-03-31T00:00:00Z'))
    for (let n = 0; n < 4 * 24 * 4; n++) {
      const instant = new Date(from.getTime() + n * 15 * 60_000)
      const segment = segments.find(({ from: begins, to }) => begins <= instant && instant < to)
      expect(onDuty(rota, instant)).to.deep.equal(segment?.officers)
    }
  })

  it('names its gaps, by days of the week and by first and last day', () => {
    const week = { ...shift('09:00', '17:00', 'UTC', ann), days: [1, 3] }
    const bounded = { ...week, first: '2026-03-04', last: '2026-03-09' }
    const segments = dutySegments(
      { shifts: [bounded], exceptions: [] },
      at('2026-03-02T00:00:00Z'),
      at('2026-03-12T00:00:00Z'),
    )
    expect(
      segments.filter(({ officers }) => officers.length > 0).map(({ from }) => from.toISOString()),
    ).to.deep.equal(['2026-03-04T09:00:00.000Z', '2026-03-09T09:00:00.000Z'])
    expect(segments.filter(({ officers }) => officers.length === 0)).to.have.length(3)
  })

  it('lets an exception rule whatever the shifts say', () => {
    const exception = {
      from: '2026-06-01T10:00:00.000Z',
      to: '2026-06-01T12:00:00.000Z',
      officers: [cleo],
    }
    const changed = { ...rota, exceptions: [exception] }
    expect(onDuty(changed, at('2026-06-01T11:59:59.999Z'))).to.deep.equal([cleo])
    expect(onDuty(changed, at('2026-06-01T12:00:00.000Z'))).to.deep.equal([ann])
  })

  it('takes a shift to the same time for a whole day', () => {
    const whole = { shifts: [shift('06:00', '06:00', 'Europe/Vienna', ann)], exceptions: [] }
    expect(
      dutySegments(whole, at('2026-10-20T00:00:00Z'), at('2026-10-30T00:00:00Z')),
    ).to.have.length(1)
  })

  it('alerts who is on duty, then the backup, who comes next, and at last everybody', () => {
    const roster = rosterOf([ann, ben, cleo, dan], { ...rota, backup: [cleo] })
    const noon = at('2026-06-01T10:00:00Z')
    expect(alertOrder(roster, noon)).to.deep.equal([ann, cleo, ben, dan])
    const step = (n: number, before: OfficerId[], minutes: number) =>
      alertedBy(roster, new Date(noon.getTime() + minutes * 60_000), { step: n, last: 3, before })
    expect(step(0, [], 0)).to.deep.equal([ann])
    expect(step(1, [ann], 15)).to.deep.equal([cleo])
    expect(step(2, [ann, cleo], 30)).to.deep.equal([ben])
    expect(step(3, [ann], 60)).to.deep.equal([cleo, ben, dan])
    // The shift has changed meanwhile: who is on duty now comes first.
    expect(step(1, [ann], 9 * 60)).to.deep.equal([ben])
    expect(alertedBy(roster, noon, { step: 0, last: 0, before: [] })).to.deep.equal([ann])
  })

  it('wakes somebody even in a gap', () => {
    const roster = rosterOf([ann, ben], { shifts: [shift('09:00', '10:00', 'UTC', ben)] })
    expect(
      alertedBy(roster, at('2026-06-01T03:00:00Z'), { step: 0, last: 3, before: [] }),
    ).to.deep.equal([ben])
  })

  it('is refused where somebody is named who is not among its persons, or stands twice', () => {
    const roster = rosterOf([ann], {})
    expect(DutyRoster.safeParse(roster).success).to.equal(true)
    for (const wrong of [
      { backup: [ben] },
      { persons: [...roster.persons, ...roster.persons] },
      { shifts: [shift('24:00', '02:00', 'UTC', ann)] },
      { webhooks: ['ftp://pager.example'] },
      { exceptions: [{ from: roster.declared, to: roster.declared, officers: [ann] }] },
    ]) {
      expect(DutyRoster.safeParse({ ...roster, ...wrong }).success, Object.keys(wrong)[0]).to.equal(
        false,
      )
    }
  })
})
