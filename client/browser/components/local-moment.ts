/** An instant as this zone's clock shows it, with its offset: `2026-12-31T23:00:00+01:00` (RFC 3339). */
export function localMoment(at: Date): string {
  const minutes = -at.getTimezoneOffset()
  const wall = new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, 19)
  const two = (number: number) => String(Math.floor(Math.abs(number))).padStart(2, '0')
  return `${wall}${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`
}

/** The day that this zone's calendar shows at an instant: `2026-12-31`. */
export const localDay = (at: Date): string => localMoment(at).slice(0, 10)

/** An instant as a field for day and time takes it, by this zone's clock; empty where there is none. @param at - RFC 3339 */
export function localWall(at: string): string {
  const instant = new Date(at)
  return Number.isNaN(instant.getTime()) ? '' : localMoment(instant).slice(0, 16)
}

/** This zone and its offset at an instant, now where there is none: `Europe/Paris, UTC+02:00`. @param at - RFC 3339 */
export function localZone(at: string): string {
  const instant = new Date(at)
  const moment = Number.isNaN(instant.getTime()) ? new Date() : instant
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  return `${timeZone}, UTC${localMoment(moment).slice(19)}`
}
