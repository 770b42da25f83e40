import { DutyException, DutyShift } from '#crypto/duty/duty-roster.js'
import type { Rota } from '#crypto/duty/on-duty.js'
import { isKnownTimeZone } from '#crypto/directory/time-zone.js'
import { ClientError } from '../client-error.js'
import type { Member } from '../officers/list-officers.js'
import { RosterDraft, type Rostered, rosteredFrom } from './roster-draft.js'

/** As much of a roster as is whole while somebody writes it: what is not, is left out until it is. */
export function draftRota(
  { shifts, exceptions }: Pick<RosterDraft, 'shifts' | 'exceptions'>,
  members: readonly Member[],
): Rota {
  return {
    shifts: shifts
      .flatMap((shift) => whole({ shifts: [shift] })?.shifts ?? [])
      .filter((shift) => DutyShift.safeParse(shift).success && isKnownTimeZone(shift.zone)),
    exceptions: exceptions
      .flatMap((exception) => whole({ exceptions: [exception] })?.exceptions ?? [])
      .filter((exception) => DutyException.safeParse(exception).success),
  }

  function whole(part: Partial<RosterDraft>): Rostered | undefined {
    try {
      return rosteredFrom(RosterDraft.parse({ persons: [], ...part }), members)
    } catch (error) {
      // A time that is none yet, or somebody who is no officer any more.
      if (error instanceof ClientError) return undefined
      throw error
    }
  }
}
