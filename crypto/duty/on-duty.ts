import type { OfficerId } from '../fields/fields.js'
import type { DutyRoster, DutyShift } from './duty-roster.js'
import { addDays, localDay, localInstant, weekdayOf } from './local-instant.js'

export type Rota = Pick<DutyRoster, 'shifts' | 'exceptions'>

/** From an instant to before another, the same officers are on duty: none of them is a gap. */
export type DutySegment = {
  readonly from: Date
  readonly to: Date
  readonly officers: readonly OfficerId[]
}

type Span = { readonly from: Date; readonly to: Date; readonly officers: readonly OfficerId[] }

/** A shift, as it begins on one day. Empty where the clock skips all of it. */
function spanOn({ zone, from, to, officers }: DutyShift, day: string): Span {
  const end = to > from ? day : addDays(day, 1)
  return { from: localInstant(day, from, zone), to: localInstant(end, to, zone), officers }
}

/** The spans of one shift that touch the time between two instants. */
function spansOf(shift: DutyShift, from: Date, to: Date): Span[] {
  const spans: Span[] = []
  // One that began the day before may last into the first.
  const lastDay = localDay(to, shift.zone)
  for (let day = addDays(localDay(from, shift.zone), -1); day <= lastDay; day = addDays(day, 1)) {
    if (!shift.days.includes(weekdayOf(day))) continue
    if ((shift.first ?? day) > day || (shift.last ?? day) < day) continue
    const span = spanOn(shift, day)
    if (span.from < to && span.to > from) spans.push(span)
  }
  return spans
}

const distinct = <T>(all: readonly T[]): T[] => [...new Set(all)]
const covers = ({ from, to }: Span, at: Date): boolean => from <= at && at < to

/**
 * Who is on duty from one instant to another, in order and without holes: where nobody is, a segment
 * without officers says so. Whoever shares a segment stands in the order of the roster; where an
 * exception holds, no shift does.
 *
 * @throws `RangeError` for a zone that this machine does not know.
 */
export function dutySegments(rota: Rota, from: Date, to: Date): readonly DutySegment[] {
  const shifts = rota.shifts.flatMap((shift) => spansOf(shift, from, to))
  const exceptions = rota.exceptions
    .map((each) => ({ ...each, from: new Date(each.from), to: new Date(each.to) }))
    .filter((each) => each.from < to && each.to > from)
  const turns = [...shifts, ...exceptions].flatMap((span) => [span.from, span.to])
  const inside = turns.filter((at) => at > from && at < to)
  const bounds = distinct([from, ...inside, to].map((at) => at.getTime())).sort((a, b) => a - b)

  const segments: DutySegment[] = []
  bounds.slice(0, -1).forEach((start, i) => {
    const at = new Date(start)
    const ruling = exceptions.filter((span) => covers(span, at))
    const spans = ruling.length > 0 ? ruling : shifts.filter((span) => covers(span, at))
    const officers = distinct(spans.flatMap((span) => span.officers))
    const before = segments.at(-1)
    const end = new Date(bounds[i + 1] ?? start)
    if (before?.officers.join() === officers.join()) {
      segments[segments.length - 1] = { ...before, to: end }
    } else segments.push({ from: at, to: end, officers })
  })
  return segments
}

/**
 * Who is on duty at an instant, in the order in which they are alerted.
 *
 * @throws `RangeError` for a zone that this machine does not know.
 */
export const onDuty = (rota: Rota, at: Date): readonly OfficerId[] =>
  dutySegments(rota, at, new Date(at.getTime() + 1))[0]?.officers ?? []
