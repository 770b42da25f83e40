import { CORRESPONDENTS } from '#crypto/directory/roles.js'
import type { CaseId, OfficerId } from '#crypto/fields/fields.js'
import type { Member } from '../officers/list-officers.js'
import type { Session } from '../session/session.js'

/**
 * Who has a case. `held`: an officer has it. `released`: it was handed back. `ended`: whoever
 * had it can have none any more, as when they have left, so nobody has it. `unreadable`: it does not open, or is not believed.
 */
export type CaseHolder = {
  readonly case: CaseId
  /** Counts from 1; the next assignment follows it. */
  readonly version: number
  readonly standing: 'ended' | 'held' | 'released' | 'unreadable'
  /** To whom it was given last; null where it was handed back or is unreadable. */
  readonly officer: OfficerId | null
  readonly name: string | null
  /** The name of whoever assigned it; null where it is unreadable. */
  readonly by: string | null
  /** RFC 3339, by the relay's clock. */
  readonly at: string
  /** The code of what failed where it is unreadable. */
  readonly problem: string | null
}

/** Whether an officer can have cases: the authority vouches for them now, as somebody who corresponds. */
export const canHold = (members: readonly Member[], officer: OfficerId): boolean =>
  members.some(
    ({ claims, standing }) =>
      claims.officer === officer &&
      standing === 'active' &&
      claims.roles.some((role) => CORRESPONDENTS.includes(role)),
  )

/** Whether the officer of the session has the case. */
export const isMine = (
  { officer }: Pick<Session, 'officer'>,
  holder: CaseHolder | undefined,
): boolean => holder?.standing === 'held' && holder.officer === officer.credential.payload.officer
