import type { CaseClock } from '../clocks/derive-clocks.js'
import { type Calendars, endOfDay } from '../clocks/count-days.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { PackageId } from '#crypto/fields/fields.js'
import type { Register, RegisterEntry } from './register-entry.js'

/** How long before its last day an obligation is warned of. */
const WARN_HOURS = [14 * 24, 72]

/**
 * The clocks of obligations that have a last day: from the evidence that put them into force to the end of
 * that day, where whoever is bound is. What is only proposed has none.
 */
export function registerClocks(
  { entries }: Register,
  calendarsOf: (requesting: AuthorityId, requested: AuthorityId) => Calendars,
): readonly CaseClock[] {
  return entries.flatMap((entry) => clockOf(entry, calendarsOf) ?? [])
}

function clockOf(
  entry: RegisterEntry,
  calendarsOf: Parameters<typeof registerClocks>[1],
): CaseClock | undefined {
  const { id, until, history, counterpart, bound, state } = entry
  const began = history.find((step) => step.state === 'in-force')
  if (until === null || began === undefined) return undefined
  const other = bound === counterpart ? entry.owedTo : bound
  const { requesting, requested } = calendarsOf(other, counterpart)
  const due = endOfDay(until, bound === counterpart ? requested : requesting)
  const [pkg = '', place = ''] = id.split('#')
  return {
    kind: `obligation-${Number(place)}`,
    request: PackageId.parse(pkg),
    counterpart,
    evidence: began.evidence,
    begins: began.time,
    due: due.toISOString(),
    warnings: WARN_HOURS.map((hours) => new Date(due.getTime() - hours * 3_600_000))
      .filter((at) => at > new Date(began.time))
      .map((at) => at.toISOString())
      .sort(),
    // What was reported is not confirmed yet, and runs on.
    state: state === 'in-force' || state === 'reported' ? 'running' : 'ended',
    mayRunAgain: false,
    source: `${entry.kind} ${entry.number ?? id}`,
  }
}
