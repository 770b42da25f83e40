import { CLOCK_SKEW_MS } from '#crypto/clock/durations.js'
import { Refusal } from './errors.js'

/** @throws {@link Refusal} `clock-skewed` for what was declared too long ago, or is yet to come. */
export function requireClock(what: string, declared: string, now: Date): void {
  const ahead = new Date(declared).getTime() - now.getTime()
  if (Math.abs(ahead) <= CLOCK_SKEW_MS) return
  const minutes = Math.round(Math.abs(ahead) / 60_000)
  const direction = ahead > 0 ? 'ahead of' : 'behind'
  throw new Refusal(
    'clock-skewed',
    `${what} is declared ${minutes} minutes ${direction} this relay`,
  )
}
