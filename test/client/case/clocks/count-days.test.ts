import { expect } from 'chai'
import fc from 'fast-check'
import { wallTime } from '#crypto/directory/is-open.js'
import { Duration } from '#client/case/clocks/clock-rule.js'
import { type Calendar, countFrom, isWorkingDay } from '#client/case/clocks/count-days.js'

const week: Calendar = {
  timeZone: 'Europe/Paris',
  officeHours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
  holidays: [{ from: '2026-05-01', to: '2026-05-01' }],
}
const sundayWeek: Calendar = {
  timeZone: 'Asia/Amman',
  officeHours: [{ days: [7, 1, 2, 3, 4], from: '08:00', to: '15:00' }],
  holidays: [],
}
const calendars = { requesting: sundayWeek, requested: week }
const due = (begins: string, duration: object) =>
  countFrom(new Date(begins), Duration.parse(duration), calendars).toISOString()

describe('counting a time', () => {
  it('counts hours to the second', () => {
    const end = due('2026-03-28T23:30:00.000Z', { count: 24, unit: 'hours' })
    expect(end).to.equal('2026-03-29T23:30:00.000Z')
  })

  it('counts days to the end of the last one where the requested authority is, summer time included', () => {
    // 28 March in Paris; the night of the 29th is an hour shorter.
    const end = due('2026-03-28T12:00:00.000Z', { count: 7, unit: 'days' })
    expect(end).to.equal('2026-04-04T22:00:00.000Z')
    // 23:30 UTC is the next day in Paris already.
    const late = due('2026-01-10T23:30:00.000Z', { count: 1, unit: 'days' })
    expect(late).to.equal('2026-01-12T23:00:00.000Z')
  })

  it('moves a last day on which the office is closed, where the rule says so', () => {
    // 1 May 2026 is a holiday, a Friday: Monday it is.
    const last = { count: 30, unit: 'days' }
    expect(due('2026-04-01T08:00:00.000Z', last)).to.equal('2026-05-01T22:00:00.000Z')
    const rolled = due('2026-04-01T08:00:00.000Z', { ...last, rolls: true })
    expect(rolled).to.equal('2026-05-04T22:00:00.000Z')
  })

  it('counts working days in the calendars of both States', () => {
    const ofOne = { count: 5, unit: 'working-days' }
    expect(due('2026-06-05T08:00:00.000Z', ofOne)).to.equal('2026-06-12T22:00:00.000Z')
    // On Fridays Amman is closed, on Sundays Paris: four common days a week.
    const both = due('2026-06-05T08:00:00.000Z', { ...ofOne, calendars: 'both' })
    expect(both).to.equal('2026-06-15T22:00:00.000Z')
  })

  it('ends for an office that never opens', () => {
    const never = { ...week, holidays: [{ from: '2026-01-01', to: '2099-12-31' }] }
    const working = Duration.parse({ count: 1, unit: 'working-days' })
    const count = () =>
      countFrom(new Date('2026-06-01T00:00:00Z'), working, { ...calendars, requested: never })
    expect(count).to.throw(RangeError)
  })

  it('ends at a midnight, so many working days later, whenever it begins', () => {
    const begins = fc.date({
      min: new Date('2026-01-01T00:00:00Z'),
      max: new Date('2030-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(begins, fc.integer({ min: 1, max: 40 }), (at, count) => {
        const duration = Duration.parse({ count, unit: 'working-days' })
        const end = countFrom(at, duration, calendars)
        expect(wallTime(end, week.timeZone).time).to.equal('00:00')
        const from = wallTime(at, week.timeZone).day
        const to = wallTime(new Date(end.getTime() - 1), week.timeZone).day
        let working = 0
        for (let day = Date.parse(from) + 86_400_000; day <= Date.parse(to); day += 86_400_000) {
          if (isWorkingDay(new Date(day).toISOString().slice(0, 10), week)) working += 1
        }
        expect(working).to.equal(count)
      }),
      { numRuns: 50 },
    )
  })
})
