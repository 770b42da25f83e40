import type { RequestView, TimelineItem } from '../case-view.js'
import type { ClockKind } from './clock-rule.js'

/** What the templates name, as clocks; what is frozen is held by no clock but one of an authority's own. */
const CLOCKS: Readonly<Record<string, ClockKind>> = {
  preservation: 'preservation',
  'provisional-arrest': 'provisional-arrest',
  freezing: 'preservation',
  execution: 'execution',
}

/**
 * The clock that an extension is about, which is the only one that it moves.
 *
 * The request for an extension that it answers says so; time for a reply is the time to decide, or what the
 * requested authority grants: the time for a supplement. An extension that answers no such request is about what is
 * held, where anything is; else about execution, once there is something to execute, and about the decision before.
 * What is held only whoever holds it holds for longer.
 *
 * @param before - the steps before it.
 * @param held - the clock of what the request has held, if it has anything held.
 */
export function extendedClock(
  { subject, by }: TimelineItem,
  { requesting }: Pick<RequestView, 'requesting'>,
  before: readonly TimelineItem[],
  held: ClockKind | undefined,
): ClockKind | undefined {
  const holds = by !== requesting
  if (subject === 'reply') return holds ? 'supplement' : 'decision'
  if (subject !== null) {
    const clock = CLOCKS[subject]
    return clock === 'execution' || holds ? clock : undefined
  }
  const isAccepted = before.some(
    ({ state }) => state === 'accepted' || state === 'conditions-agreed',
  )
  if (!isAccepted) return 'decision'
  return (holds ? held : undefined) ?? 'execution'
}
