import { DAY_MS } from '#crypto/clock/durations.js'
import type { RetentionClass, RetentionSchedule } from '#crypto/retention/retention-schedule.js'
import { after } from '../timestamp.js'

/** Why the time of something is over by that schedule, for whoever reads the certificate; undefined if it is not. */
export function retentionEnded(
  { days, version }: Pick<RetentionSchedule, 'days' | 'version'>,
  { class: of, since }: { readonly class: RetentionClass; readonly since: Date },
  now: Date,
): string | undefined {
  const kept = days[of]
  if (kept === null || after(since, kept * DAY_MS) > now) return undefined
  return `${of}: ${kept} days since ${since.toISOString()}, by version ${version} of the schedule`
}
