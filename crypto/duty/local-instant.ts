import { DAY_MS } from '../clock/durations.js'

/**
 * What instant a clock on a wall means. Node 20 has no Temporal; Intl knows every zone that it would.
 *
 * @packageDocumentation
 */

const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, format)
  return format
}

/** Milliseconds by which the wall is ahead of UTC at an instant given in whole seconds. */
function offsetAt(instant: number, zone: string): number {
  const parts = new Map(
    formatIn(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  const wall = Date.UTC(
    ...([part('year'), part('month') - 1, part('day')] as const),
    ...([part('hour'), part('minute'), part('second')] as const),
  )
  return wall - instant
}

/** The calendar day that the wall shows at an instant, such as `2026-03-29`. */
export function localDay(at: Date, zone: string): string {
  const instant = Math.floor(at.getTime() / 1000) * 1000
  return new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, 10)
}

/** A calendar day so many days later. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** ISO 8601: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string): number =>
  ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1

/**
 * The first instant at which a wall in a zone shows a day and a time or a later one: of an hour that comes
 * twice the first, of one that is skipped the moment of the jump. So a later time on the wall is never
 * an earlier instant, and shifts that meet on the wall meet in time, on every night of the year. (RFC 5545
 * §3.3.5 and Temporal's `compatible` go on counting through a skipped hour; a shift to 02:15 would then
 * end after one that begins at 03:00 has begun.)
 *
 * @param time - `00:00` to `24:00`, which is the beginning of the next day.
 * @throws `RangeError` for a zone that this machine does not know.
 */
export function localInstant(day: string, time: string, zone: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const wall = Date.parse(`${day}T00:00:00Z`) + (hours * 60 + minutes) * 60_000
  // No zone changes its clock twice within two days.
  const before = offsetAt(wall - DAY_MS, zone)
  const later = offsetAt(wall + DAY_MS, zone)
  const fits = [before, later]
    .map((offset) => wall - offset)
    .filter((instant) => offsetAt(instant, zone) === wall - instant)
  return new Date(
    fits.length > 0 ? Math.min(...fits) : jumpBetween(wall - later, wall - before, zone),
  )
}

/** The second at which the offset becomes what it is at `end`; at `start` it is another. */
function jumpBetween(start: number, end: number, zone: string): number {
  const after = offsetAt(end, zone)
  let [last, first] = [start / 1000, end / 1000]
  while (first - last > 1) {
    const middle = Math.floor((last + first) / 2)
    if (offsetAt(middle * 1000, zone) === after) first = middle
    else last = middle
  }
  return first * 1000
}
