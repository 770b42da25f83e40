import { DAY_MS } from '#crypto/clock/durations.js'
import type { DirectoryEntry } from '#crypto/directory/entry.js'
import { wallTime } from '#crypto/directory/is-open.js'
import type { Duration } from './clock-rule.js'

/** What of an entry a time is counted by. */
export type Calendar = Pick<DirectoryEntry, 'timeZone' | 'officeHours' | 'holidays'>

export type Calendars = { readonly requesting: Calendar; readonly requested: Calendar }

/** A calendar without a single working day must not be searched for ever. */
const MOST_DAYS = 20 * 366

/**
 * When a time that began at a moment runs out.
 *
 * Days end at midnight where the requested authority is. The day on which the time began is not counted
 * (Regulation (EEC, Euratom) 1182/71, article 3 (1)).
 *
 * @throws RangeError if no day in twenty years is a working day.
 */
export function countFrom(begins: Date, duration: Duration, calendars: Calendars): Date {
  const { count, unit, calendars: whose, rolls } = duration
  if (unit === 'hours') return new Date(begins.getTime() + count * 3_600_000)
  const { timeZone } = calendars.requested
  const counted =
    whose === 'both' ? [calendars.requesting, calendars.requested] : [calendars[whose]]
  const works = (day: string) => counted.every((calendar) => isWorkingDay(day, calendar))
  let day = wallTime(begins, timeZone).day
  let left = count
  for (let passed = 0; passed < MOST_DAYS; passed++) {
    day = dayAfter(day)
    if (unit === 'days' || works(day)) left -= 1
    if (left <= 0 && (!rolls || works(day))) return startOfDay(dayAfter(day), timeZone)
  }
  throw new RangeError('the calendar has no working day')
}

/** A day is a working day if the office opens on its weekday, Monday to Friday where it names no hours. */
export function isWorkingDay(day: string, { officeHours, holidays }: Calendar): boolean {
  if (holidays.some(({ from, to }) => from <= day && day <= to)) return false
  const weekday = ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
  if (officeHours.length === 0) return weekday <= 5
  return officeHours.some(({ days }) => days.includes(weekday))
}

/** The end of a day of the calendar, where the office is. @param day - `2026-05-01` */
export const endOfDay = (day: string, { timeZone }: Calendar): Date =>
  startOfDay(dayAfter(day), timeZone)

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)

/** The first moment of a day in a zone; where summer time skips midnight, the first that there is. */
function startOfDay(day: string, timeZone: string): Date {
  const guess = Date.parse(`${day}T00:00:00Z`)
  // Zones are at most 14 hours ahead and 12 behind; all keep to quarters of an hour.
  for (let at = guess - 14 * 3_600_000; ; at += 900_000) {
    if (wallTime(new Date(at), timeZone).day >= day) return new Date(at)
  }
}
