import { z } from 'zod'
import { text } from '../fields/fields.js'

/** `24:00` is the end of a day (ISO 8601-1:2019 §5.3.1). */
export const TimeOfDay = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time of day such as 09:00, 24:00 at most')

/** A day of the calendar in the authority's own zone: ISO 8601, and one that exists. */
export const CalendarDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2026-12-25')
  .refine(isRealDay, 'a day that exists')

function isRealDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00.000Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}

/**
 * When the office is open, in the entry's time zone. `days` are of ISO 8601: 1 is Monday, 7 is Sunday.
 * An office that opens twice a day has two lines.
 */
export const OfficeHours = z
  .array(
    z
      .strictObject({
        days: z
          .array(z.number().int().min(1).max(7))
          .min(1)
          .max(7)
          .refine((days) => new Set(days).size === days.length, 'each day once'),
        from: TimeOfDay,
        to: TimeOfDay,
      })
      .refine(({ from, to }) => from < to, 'opens before it closes'),
  )
  .max(14)
export type OfficeHours = z.infer<typeof OfficeHours>

/** Days on which the office is closed whatever its hours say; clocks in working days leave them out. */
export const Holidays = z
  .array(
    z
      .strictObject({ from: CalendarDay, to: CalendarDay, name: text(120).optional() })
      .refine(({ from, to }) => from <= to, 'ends no earlier than it begins'),
  )
  .max(200)
export type Holidays = z.infer<typeof Holidays>
