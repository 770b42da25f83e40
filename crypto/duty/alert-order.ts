import type { OfficerId } from '../fields/fields.js'
import type { DutyRoster } from './duty-roster.js'
import { dutySegments, onDuty } from './on-duty.js'

/** Whoever comes on duty within this time is asked before those who do not. */
const AHEAD_MS = 48 * 3_600_000

/**
 * In which order the officers of a roster are alerted at an instant: whoever is on duty, the backup, who
 * comes on duty next, everybody else. Each stands in it once.
 *
 * @throws `RangeError` for a zone that this machine does not know.
 */
export function alertOrder(roster: DutyRoster, at: Date): readonly OfficerId[] {
  const ahead = dutySegments(roster, at, new Date(at.getTime() + AHEAD_MS))
  return [
    ...new Set([
      ...onDuty(roster, at),
      ...roster.backup,
      ...ahead.flatMap(({ officers }) => officers),
      ...roster.persons.map(({ officer }) => officer),
    ]),
  ]
}

/**
 * Whom one step of an escalation alerts, of those not alerted yet: the first everybody who is on duty, each
 * further one the next in order and whoever has come on duty since, the last all who are left.
 *
 * @param step - counts from 0.
 */
export function alertedBy(
  roster: DutyRoster,
  at: Date,
  { step, last, before }: { step: number; last: number; before: readonly OfficerId[] },
): readonly OfficerId[] {
  const fresh = alertOrder(roster, at).filter((officer) => !before.includes(officer))
  if (step >= last && last > 0) return fresh
  const now = onDuty(roster, at).filter((officer) => fresh.includes(officer))
  return now.length > 0 ? now : fresh.slice(0, 1)
}
