import { Refusal } from './errors.js'

/** What two clocks may differ by: certificates begin as much earlier. */
const SKEW_MS = 5 * 60_000

/** @throws {@link Refusal} `clock-skewed` for what was declared too long ago, or is yet to come. */
export function requireClock(what: string, declared: string, now: Date): void {
  const ahead = new Date(declared).getTime() - now.getTime()
  if (Math.abs(ahead) <= SKEW_MS) return
  const minutes = Math.round(Math.abs(ahead) / 60_000)
  const direction = ahead > 0 ? 'ahead of' : 'behind'
  throw new Refusal(
    'clock-skewed',
    `${what} is declared ${minutes} minutes ${direction} this relay`,
  )
}
