import { hasEnded } from '#crypto/translation/handoff-state.js'
import type { Linguist } from '#crypto/translation/handoff.js'
import type { OpenHandoff } from './read-handoff.js'

/**
 * Who has something of a hand-off, or would get it when their turn comes, since envelopes of a rotation are
 * sealed beforehand. Nobody once it has ended.
 */
export function holdersOf({ handoff, derived: { state } }: OpenHandoff): readonly Linguist[] {
  if (state === undefined || hasEnded(state)) return []
  const { turns, reviewer } = handoff.payload
  return [
    ...turns.slice(state.turn).map(({ translator }) => translator),
    ...(reviewer === null ? [] : [reviewer.linguist]),
  ]
}
