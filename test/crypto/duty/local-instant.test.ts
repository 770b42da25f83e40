import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, localDay, localInstant, weekdayOf } from '#crypto/duty/local-instant.js'

const MINUTE = 60_000
/** Zones that change their clocks, by an hour, by half an hour, at midnight, backwards in winter, or never. */
const ZONES = [
  ...['UTC', 'Europe/Paris', 'Europe/Dublin', 'America/New_York', 'America/Santiago'],
  ...['Australia/Lord_Howe', 'Africa/Cairo', 'Asia/Beirut', 'Asia/Kathmandu', 'Africa/Casablanca'],
  ...['Pacific/Apia', 'Asia/Amman', 'America/St_Johns', 'Pacific/Chatham'],
]

const walls = new Map<string, Intl.DateTimeFormat>()
/** Such as `2026-03-29 01:59`. */
function wallAt(at: number, zone: string): string {
  const wall =
    walls.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  walls.set(zone, wall)
  return wall.format(at)
}

/** The textbook: look at the wall minute by minute. The first minute that shows the time or a later one is it. */
function textbook(day: string, time: string, zone: string): Date {
  const wanted = `${day} ${time}`
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  for (let at = asUtc - 26 * 60 * MINUTE; at <= asUtc + 26 * 60 * MINUTE; at += MINUTE) {
    if (wallAt(at, zone) >= wanted) return new Date(at)
  }
  throw new RangeError('not within a day')
}

const two = (value: number) => String(value).padStart(2, '0')

describe('the instant that a wall shows', () => {
  it('is what the textbook finds, on any day, in any zone', function () {
    this.timeout(300_000)
    // A clock changes on few days of a year: half the days are taken from around these.
    const turning = [
      '2026-03-08',
      '2026-03-29',
      '2026-04-05',
      '2026-10-04',
      '2026-10-25',
      '2026-11-01',
    ]
    const day = fc.oneof(
      fc
        .constantFrom(...turning)
        .chain((near) => fc.integer({ min: -1, max: 1 }).map((d) => addDays(near, d))),
      fc.integer({ min: 0, max: 800 }).map((days) => addDays('2025-06-01', days)),
    )
    const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    const property = fc.property(
      fc.constantFrom(...ZONES),
      day,
      time,
      (zone, on, [hour, minute]) => {
        const at = `${two(hour)}:${two(minute)}`
        expect(localInstant(on, at, zone).toISOString()).to.equal(
          textbook(on, at, zone).toISOString(),
        )
      },
    )
    fc.assert(property, { numRuns: 100 })
  })

  it('is the first of two, and the moment of the jump for what it skips', () => {
    const paris = (day: string, time: string) =>
      localInstant(day, time, 'Europe/Paris').toISOString()
    expect(paris('2026-10-25', '02:30')).to.equal('2026-10-25T00:30:00.000Z')
    expect(paris('2026-03-29', '02:30')).to.equal('2026-03-29T01:00:00.000Z')
    expect(paris('2026-03-29', '24:00')).to.equal('2026-03-29T22:00:00.000Z')
  })

  it('does not know zones that do not exist', () => {
    expect(() => localInstant('2026-01-01', '10:00', 'Atlantis/Capital')).to.throw(RangeError)
  })
})

describe('a calendar day', () => {
  it('follows another over the end of months, and has its weekday', () => {
    expect(addDays('2026-02-28', 1)).to.equal('2026-03-01')
    expect(addDays('2028-02-28', 1)).to.equal('2028-02-29')
    expect(['2026-03-02', '2026-03-08'].map(weekdayOf)).to.deep.equal([1, 7])
    expect(localDay(new Date('2026-03-01T23:30:00Z'), 'Asia/Tokyo')).to.equal('2026-03-02')
  })
})
