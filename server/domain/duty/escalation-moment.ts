import { after } from '../timestamp.js'
import type { StoredDutyAct } from './duty-act-store.js'

/**
 * When a step of an escalation is due: so long after it began, not counting the time during which an officer
 * had taken it over or stood it down.
 *
 * @param acts - in their order.
 * @param pauseMs - for so long an alert that was taken stands still; then it goes on.
 * @returns undefined while it has been stood down.
 */
export function escalationMoment(
  begins: Date,
  ms: number,
  acts: readonly Pick<StoredDutyAct, 'act' | 'keptAt'>[],
  pauseMs: number,
): Date | undefined {
  let due = after(begins, ms)
  for (const [i, { act, keptAt }] of acts.entries()) {
    // What was due before was taken then.
    if (keptAt >= due) break
    const next = acts[i + 1]?.keptAt
    const end = act === 'take' ? after(keptAt, pauseMs) : next
    if (end === undefined) return undefined
    const to = next !== undefined && next < end ? next : end
    due = after(due, Math.max(0, to.getTime() - keptAt.getTime()))
  }
  return due
}
