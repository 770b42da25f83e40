import { z } from 'zod'
import { CalendarDay, TimeOfDay } from '../directory/office-hours.js'
import { TimeZone } from '../directory/time-zone.js'
import { AuthorityId, Digest, OfficerId, Timestamp } from '../fields/fields.js'

/** In the order in which they are alerted. */
const officers = z
  .array(OfficerId)
  .min(1)
  .max(10)
  .refine((all) => new Set(all).size === all.length, 'each officer once')

/** Who is on duty on some days of the week, by the clock of a zone. */
export const DutyShift = z
  .strictObject({
    zone: TimeZone,
    /** Days on which it begins, ISO 8601: 1 is Monday, 7 is Sunday. */
    days: z
      .array(z.number().int().min(1).max(7))
      .min(1)
      .max(7)
      .refine((days) => new Set(days).size === days.length, 'each day once'),
    from: TimeOfDay,
    /** Where it is not after `from`, it is of the next day. */
    to: TimeOfDay,
    /** First and last day on which it may begin; null for ever. */
    first: CalendarDay.nullable(),
    last: CalendarDay.nullable(),
    officers,
  })
  .refine(({ from }) => from !== '24:00', 'a shift begins on a day, at 00:00 at the earliest')
  .refine(({ first, last }) => first === null || last === null || first <= last, 'first to last')
export type DutyShift = z.infer<typeof DutyShift>

/** From one moment to another these are on duty, whatever the shifts say. */
export const DutyException = z
  .strictObject({ from: Timestamp, to: Timestamp, officers })
  .refine(({ from, to }) => from < to, 'ends after it begins')
export type DutyException = z.infer<typeof DutyException>

/**
 * Payload of `rogatory-roster`: who is on duty when, around the clock, and how they are reached.
 *
 * It is personal data: the relay keeps it to alert, shows it to the authority's own officers only, and it
 * is no leaf of the log (docs/adr/0014). Names stand in the officers' credentials alone.
 */
export const DutyRoster = z
  .strictObject({
    authority: AuthorityId,
    version: z.number().int().min(1).max(1_000_000),
    supersedes: Digest.nullable(),
    declared: Timestamp,
    persons: z
      .array(z.strictObject({ officer: OfficerId, email: z.email().max(254).nullable() }))
      .max(100)
      .refine((all) => new Set(all.map(({ officer }) => officer)).size === all.length, 'once each'),
    shifts: z.array(DutyShift).max(100),
    exceptions: z.array(DutyException).max(100),
    /** Alerted after whoever is on duty. */
    backup: z.array(OfficerId).max(20),
    /** Told of keys and certificates that end. */
    keyWarnings: z.array(OfficerId).max(20),
    /** Systems of the authority that are told of every alert, and of clocks that are watched. */
    webhooks: z.array(z.url({ protocol: /^https?$/ }).max(500)).max(4),
  })
  .refine(({ persons, shifts, exceptions, backup, keyWarnings }) => {
    const known = new Set(persons.map(({ officer }) => officer))
    const named = [...shifts, ...exceptions].flatMap((each) => each.officers)
    return [...named, ...backup, ...keyWarnings].every((officer) => known.has(officer))
  }, 'everybody named is among the persons')
export type DutyRoster = z.infer<typeof DutyRoster>
