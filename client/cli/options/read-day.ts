import { z } from 'zod'
import { ClientError } from '../../core/client-error.js'

const Day = z.union([z.iso.date(), z.iso.datetime({ offset: true })])

/**
 * A day, from its beginning in UTC, or a time with its zone.
 *
 * @throws {@link ClientError} `usage`
 */
export function readDay(option: string, text: string): Date {
  const day = Day.safeParse(text)
  if (day.success) return new Date(day.data)
  throw new ClientError(
    'usage',
    `${option} takes a day such as 2026-03-01, or a time with its zone`,
    'Days begin at midnight UTC.',
  )
}
