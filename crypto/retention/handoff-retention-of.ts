import type { Handoff } from '../translation/handoff.js'
import { type HandoffState, hasEnded } from '../translation/handoff-state.js'
import type { RetentionClass } from './retention-schedule.js'

/**
 * Of which class the copies are that were uploaded for a hand-off and that no package has, and since when their time
 * runs. Once it is certified or has ended they are `routine`, as a hand-off has no urgency; what is still open is
 * `undecided`, and its time runs from the last moment at which anybody is still expected to work on it.
 *
 * @param last - when the newest evidence was stated, or when a hand-off without any was kept.
 */
export function handoffRetentionOf(
  { turns }: Pick<Handoff, 'turns'>,
  state: HandoffState | undefined,
  last: Date,
): { readonly class: RetentionClass; readonly since: Date } {
  const isDecided =
    state !== undefined &&
    (hasEnded(state) || state.stage === 'certified' || state.stage === 'countersigned')
  if (isDecided) return { class: 'routine', since: last }
  const times = [last, ...turns.map(({ due }) => new Date(due))]
  return { class: 'undecided', since: new Date(Math.max(...times.map(Number))) }
}
