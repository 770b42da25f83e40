/** An instant as this zone's clock shows it, with its offset: `2026-12-31T23:00:00+01:00` (RFC 3339). */
export function localMoment(at: Date): string {
  const minutes = -at.getTimezoneOffset()
  const wall = new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, 19)
  const two = (number: number) => String(Math.floor(Math.abs(number))).padStart(2, '0')
  return `${wall}${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`
}
