import type { DirectoryEntry } from './entry.js'

type Office = Pick<DirectoryEntry, 'timeZone' | 'officeHours' | 'holidays'>

/** A moment as the clock and calendar on the wall of an office show it. */
export type WallTime = {
  /** Such as `2026-11-24`. */
  readonly day: string
  /** Such as `09:30`. */
  readonly time: string
  /** ISO 8601: 1 is Monday, 7 is Sunday. */
  readonly weekday: number
}

/**
 * What the wall shows at a moment in a zone, summer time included.
 *
 * @throws `RangeError` for a zone that this machine does not know.
 */
export function wallTime(at: Date, timeZone: string): WallTime {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  const day = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
  return {
    day,
    time: `${part('hour')}:${part('minute')}`,
    weekday: ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1,
  }
}

/**
 * Whether an office is open at a moment, by its own hours and holidays in its own zone. One that names
 * no hours is never known to be open.
 */
export function isOpen({ timeZone, officeHours, holidays }: Office, at: Date): boolean {
  const { day, time, weekday } = wallTime(at, timeZone)
  if (holidays.some(({ from, to }) => from <= day && day <= to)) return false
  return officeHours.some(
    ({ days, from, to }) => days.includes(weekday) && from <= time && time < to,
  )
}
