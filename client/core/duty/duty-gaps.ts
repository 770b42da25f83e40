import { DAY_MS } from '#crypto/clock/durations.js'
import { dutySegments } from '#crypto/duty/on-duty.js'
import type { Rostered } from './roster-draft.js'

/** A time in which an alert reaches nobody on duty. RFC 3339. */
export type DutyGap = {
  readonly from: string
  readonly to: string
  /** `unreachable`: whoever is on duty has no address. */
  readonly why: 'nobody' | 'unreachable'
}

/** The gaps of a roster from a moment on, for so many days. A roster with a webhook reaches its system at any time. */
export function dutyGaps(roster: Rostered, from: Date, days: number): readonly DutyGap[] {
  const reached = new Set(
    roster.persons.filter(({ email }) => email !== null).map(({ officer }) => officer),
  )
  const isHeard = roster.webhooks.length > 0
  return dutySegments(roster, from, new Date(from.getTime() + days * DAY_MS)).flatMap((segment) => {
    const { officers } = segment
    if (officers.some((officer) => reached.has(officer))) return []
    if (officers.length > 0 && isHeard) return []
    return {
      from: segment.from.toISOString(),
      to: segment.to.toISOString(),
      why: officers.length === 0 ? 'nobody' : 'unreachable',
    }
  })
}
