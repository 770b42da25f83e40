import type { Session } from '../session/session.js'
import type { OpenHandoff } from './read-handoff.js'

/** The turn of this officer, whether it has passed or not; of somebody who has none, the present one. */
export function ownTurn({ officer }: Session, { handoff, derived }: OpenHandoff): number {
  const own = handoff.payload.turns.findIndex(
    ({ translator }) => translator.kid === officer.signingKey.kid,
  )
  return own >= 0 ? own : (derived.state?.turn ?? 0)
}
