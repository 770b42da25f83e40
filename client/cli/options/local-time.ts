/** A moment in the reader's zone with the offset named: `2026-03-01 10:00:00 +01:00`. */
export function localTime(time: string): string {
  const at = new Date(time)
  const offset = -at.getTimezoneOffset()
  const two = (value: number) => String(value).padStart(2, '0')
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  const clock = `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`
  return `${date} ${clock} ${zone}`
}
