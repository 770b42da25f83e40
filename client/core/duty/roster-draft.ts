import { z } from 'zod'
import type { DutyRoster } from '#crypto/duty/duty-roster.js'
import { ClientError } from '../client-error.js'
import { type Member, memberNamed, nameOfOfficer } from '../officers/list-officers.js'

const who = z.string().min(1).max(200)
const clock = z.string().max(5)
const day = z.string().max(10).nullable().default(null)

/** A duty roster as people write it: officers by name, id or key. Everything that may be left out is. */
export const RosterDraft = z.strictObject({
  persons: z
    .array(z.strictObject({ officer: who, email: z.email().max(254).nullable().default(null) }))
    .max(100),
  shifts: z
    .array(
      z.strictObject({
        zone: z.string().max(64),
        from: clock,
        to: clock,
        first: day,
        last: day,
        days: z.array(z.number().int()).max(7).default([1, 2, 3, 4, 5, 6, 7]),
        officers: z.array(who).max(10),
      }),
    )
    .max(100)
    .default([]),
  exceptions: z
    .array(
      z.strictObject({
        from: z.string().max(40),
        to: z.string().max(40),
        officers: z.array(who).max(10),
      }),
    )
    .max(100)
    .default([]),
  backup: z.array(who).max(20).default([]),
  keyWarnings: z.array(who).max(20).default([]),
  webhooks: z.array(z.string().max(500)).max(4).default([]),
})
export type RosterDraft = z.infer<typeof RosterDraft>
export type Rostered = Omit<DutyRoster, 'authority' | 'version' | 'supersedes' | 'declared'>

/**
 * Puts officers' ids in the place of their names.
 *
 * @throws ClientError `officer-unknown`; `usage` for a time that is none
 */
export function rosteredFrom(draft: RosterDraft, members: readonly Member[]): Rostered {
  const idOf = (name: string) => memberNamed(members, name).claims.officer
  return {
    ...draft,
    persons: draft.persons.map(({ officer, email }) => ({ officer: idOf(officer), email })),
    shifts: draft.shifts.map((shift) => ({ ...shift, officers: shift.officers.map(idOf) })),
    exceptions: draft.exceptions.map(({ from, to, officers }) => ({
      from: momentIn(from),
      to: momentIn(to),
      officers: officers.map(idOf),
    })),
    backup: draft.backup.map(idOf),
    keyWarnings: draft.keyWarnings.map(idOf),
  }
}

/** The other way round, for a file that can be changed and set again. */
export function draftOf(roster: Rostered, members: readonly Member[]): RosterDraft {
  const nameOf = (id: string) => nameOfOfficer(members, id)
  const { persons, shifts, exceptions, backup, keyWarnings, webhooks } = roster
  return {
    persons: persons.map(({ officer, email }) => ({ officer: nameOf(officer), email })),
    shifts: shifts.map((shift) => ({ ...shift, officers: shift.officers.map(nameOf) })),
    exceptions: exceptions.map((each) => ({ ...each, officers: each.officers.map(nameOf) })),
    backup: backup.map(nameOf),
    keyWarnings: keyWarnings.map(nameOf),
    webhooks,
  }
}

function momentIn(text: string): string {
  const at = z.iso.datetime({ offset: true }).safeParse(text)
  if (at.success) return new Date(at.data).toISOString()
  throw new ClientError(
    'usage',
    `${text} is no time`,
    'Such as 2026-03-01T10:00:00Z, zone included.',
  )
}
