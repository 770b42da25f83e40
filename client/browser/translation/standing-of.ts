import { CORRESPONDENTS } from '#crypto/directory/roles.js'
import type { Session } from '../../core/session/session.js'
import { awaitedOf, isAwaitedOf } from '../../core/translation/awaited-of.js'
import type { OpenHandoff } from '../../core/translation/read-handoff.js'

/** Where a hand-off stands by what was verified, what comes next, and whether it is this officer's to do. */
export function standingOf(
  { handoff: { payload }, derived: { state } }: OpenHandoff,
  { officer }: Pick<Session, 'officer'>,
) {
  const awaited = state && awaitedOf(payload, state)
  const { roles } = officer.credential.payload
  const isMine = isAwaitedOf(awaited, payload, {
    authority: officer.authority,
    kid: officer.signingKey.kid,
    corresponds: CORRESPONDENTS.some((role) => roles.includes(role)),
  })
  return {
    awaited,
    isMine,
    stage: state?.stage ?? ('assigned' as const),
    turn: state?.turn ?? 0,
    machine: state?.machine ?? ('none' as const),
    isOverdue: state?.overdue ?? false,
    terms: payload.turns[state?.turn ?? 0],
  }
}
