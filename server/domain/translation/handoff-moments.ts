import type { Handoff } from '#crypto/translation/handoff.js'
import type { HandoffState, HandoffStep } from '#crypto/translation/handoff-state.js'
import { hasNextTurn } from '#crypto/translation/handoff-state.js'

/**
 * What the relay has to do about a hand-off now: state that a moment has come, pass it on, or say that
 * nobody is left. Undefined if it is somebody else's move.
 *
 * After an outage several reminders may have passed: only the last of them is still worth telling.
 */
export function stepDue(handoff: Handoff, state: HandoffState, now: Date): HandoffStep | undefined {
  const { stage, turn, overdue, reminded } = state
  const passOn: HandoffStep = { code: hasNextTurn(handoff, state) ? 'H.6' : 'H.12' }
  if (stage === 'declined') return passOn
  const limit = limitOf(handoff, state)
  if (limit === undefined) return undefined
  if (overdue) {
    // Whoever has accepted keeps what nobody else can take on.
    return passOn.code === 'H.6' || stage === 'assigned' ? passOn : undefined
  }
  const at = now.toISOString()
  if (limit <= at) return { code: 'H.5', turn, moment: limit }
  const come = handoff.turns[turn]?.reminders.filter((moment) => moment <= at).at(-1)
  if (come === undefined || reminded.includes(come)) return undefined
  return { code: 'H.4', turn, moment: come }
}

/** When there is something to do next, if nobody does anything before. */
export function nextMoment(handoff: Handoff, state: HandoffState, now: Date): Date | undefined {
  const limit = limitOf(handoff, state)
  if (limit === undefined || state.overdue) return undefined
  const at = now.toISOString()
  const reminders = handoff.turns[state.turn]?.reminders ?? []
  const [next] = [...reminders, limit].filter((moment) => moment > at).toSorted()
  return next === undefined ? undefined : new Date(next)
}

/** What the present turn must keep to: both have one spelling, in which text order is time order. */
function limitOf({ turns }: Handoff, { stage, turn }: HandoffState): string | undefined {
  if (stage === 'assigned') return turns[turn]?.acceptBy
  return stage === 'accepted' ? turns[turn]?.due : undefined
}
