import type { DutyException, DutyShift } from '#crypto/duty/duty-roster.js'
import { addDays, localDay, localInstant } from '#crypto/duty/local-instant.js'
import { type DutySegment, dutySegments } from '#crypto/duty/on-duty.js'

const DAYS = 7

export type DutyTurn = DutySegment & {
  /** Whether it is an exception that says so, and not the shifts. */
  readonly isException: boolean
}

export type DutyDay = {
  /** A calendar day of the zone that was asked for, such as `2026-03-29`. */
  readonly day: string
  /** In order, from midnight to midnight and without holes; nobody is on duty where there are no officers. */
  readonly turns: readonly DutyTurn[]
}

/**
 * Who is on duty on the day of an instant and on the six after it.
 *
 * @param zone - whose days they are: of whoever looks at them.
 * @throws `RangeError` for a zone that this machine does not know, of a shift or of who looks.
 */
export function dutyWeek(
  rota: { readonly shifts: DutyShift[]; readonly exceptions: DutyException[] },
  from: Date,
  zone: string,
): readonly DutyDay[] {
  const first = localDay(from, zone)
  return Array.from({ length: DAYS }, (_each, at) => {
    const day = addDays(first, at)
    const begins = localInstant(day, '00:00', zone)
    const turns = dutySegments(rota, begins, localInstant(day, '24:00', zone))
    return { day, turns: turns.map((turn) => ({ ...turn, isException: rules(turn) })) }
  })

  function rules(turn: DutySegment): boolean {
    return rota.exceptions.some(
      (each) => new Date(each.from) < turn.to && new Date(each.to) > turn.from,
    )
  }
}
