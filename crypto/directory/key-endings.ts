import { DAY_MS } from '../clock/durations.js'
import type { KeyPurpose } from './entry.js'
import type { VerifiedEntry } from './verify-entry.js'

/** So many days ahead an end is warned of. */
export const WARNINGS_DAYS = [60, 30, 14, 7] as const

/** Something an authority works with, and when it ends. */
export type Ending = {
  readonly what: 'certificate' | 'entry' | 'key' | 'credential' | 'timestamp-certificate'
  /** A kid, a digest, or a fingerprint; where people read it, of a credential the officer's name. */
  readonly of: string
  /** What a key of an entry is for. */
  readonly purpose?: KeyPurpose
  /** RFC 3339. */
  readonly at: string
}

/**
 * When certificate, entry and keys of an authority end. Of each purpose only the key that lasts
 * longest counts: one that a rotation has superseded ends as planned.
 */
export function endingsOf({ certificate, payload, digest }: VerifiedEntry): readonly Ending[] {
  const lasting = new Map<KeyPurpose, (typeof payload.keys)[number]>()
  for (const key of payload.keys) {
    if ((lasting.get(key.purpose)?.notAfter ?? '') < key.notAfter) lasting.set(key.purpose, key)
  }
  return [
    {
      what: 'certificate',
      of: certificate.fingerprint,
      at: certificate.notAfter.toISOString(),
    },
    { what: 'entry', of: digest, at: payload.validTo },
    ...[...lasting.values()].map(({ kid, purpose, notAfter }): Ending => ({
      what: 'key',
      of: kid,
      purpose,
      at: notAfter,
    })),
  ]
}

/** The nearest warning that has come due: 60, 30, 14 or 7 days ahead, 0 once it has ended. */
export function dueWarning(end: string, now: Date): (typeof WARNINGS_DAYS)[number] | 0 | undefined {
  const left = new Date(end).getTime() - now.getTime()
  if (left < 0) return 0
  return WARNINGS_DAYS.findLast((days) => left <= days * DAY_MS)
}
