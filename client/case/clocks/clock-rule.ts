import { z } from 'zod'
import { AuthorityId, text } from '#crypto/fields/fields.js'
import { openings } from '../acts.js'

/** Which clocks there are: what must have happened when they run out. */
export const clockKinds = [
  'acknowledgement',
  'decision',
  'execution',
  'supplement',
  'preservation',
  'provisional-arrest',
] as const
export type ClockKind = (typeof clockKinds)[number]

/**
 * How long a time is. Hours are exact. Days are days of the calendar, the one on which it began not counted,
 * and end with the day; working days leave out weekends and holidays of the States named by `calendars`.
 */
export const Duration = z.strictObject({
  count: z.number().int().min(1).max(3650),
  unit: z.enum(['hours', 'days', 'working-days']),
  /** Whose office days count: of working days, and for the last day where `rolls`. */
  calendars: z.enum(['requested', 'requesting', 'both']).default('requested'),
  /** A last day on which an office is closed moves to the next on which it is open. */
  rolls: z.boolean().default(false),
})
export type Duration = z.output<typeof Duration>

const template = z.enum(Object.keys(openings) as [string, ...string[]])

/**
 * When a clock runs and how long. A rule with an instrument, a template or a counterpart goes before a
 * wider one; the first that fits counts.
 */
export const ClockRule = z.strictObject({
  kind: z.enum(clockKinds),
  /** Left out: of every template, instrument, urgency, counterpart. */
  templates: z.array(template).max(32).optional(),
  instrument: text(120).optional(),
  /** Only requests that ask for nothing but these kinds of assistance. */
  assistance: z.array(text(60)).min(1).max(32).optional(),
  urgency: z.array(z.enum(['routine', 'urgent', 'emergency'])).optional(),
  counterpart: AuthorityId.optional(),
  duration: Duration,
  /** No extension moves the end beyond this, counted from the beginning. */
  most: Duration.optional(),
  /** How long before its end is warned, in hours; at most 4. */
  warnHours: z
    .array(
      z
        .number()
        .int()
        .min(1)
        .max(24 * 365),
    )
    .max(4)
    .default([]),
  source: text(200),
})
export type ClockRule = z.output<typeof ClockRule>
export const ClockRules = z.array(ClockRule).max(500)
