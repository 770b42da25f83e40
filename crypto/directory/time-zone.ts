import { z } from 'zod'

/**
 * The shape of a name in the IANA time zone database, or `UTC`.
 *
 * Which names there are changes several times a year, so an entry that was valid when it was signed is
 * not judged by the list of whoever reads it later; {@link isKnownTimeZone} is for who signs and publishes.
 */
export const TimeZone = z
  .string()
  .max(64)
  .regex(/^(UTC|[A-Z][A-Za-z_]*(\/[A-Za-z0-9_+-]+){1,2})$/, 'an IANA time zone such as Asia/Amman')

/** Whether this machine knows the zone. */
export function isKnownTimeZone(zone: string): boolean {
  // Known everywhere, and no reason to load a time zone database: every relay says so of itself when it starts.
  if (zone === 'UTC') return true
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}
