import { z } from 'zod'
import type { Strength } from '../timestamp/strengths-of.js'

/** Until when a time-stamp that stands on an algorithm is to be renewed, and who says so. */
export const Sunset = z.strictObject({
  /** As in {@link Strength}: `SHA-1`, `SHA-256`, `RSA`, `P-256`. */
  algorithm: z.string().min(1).max(64),
  /** Only keys whose modulus is shorter, in bits. */
  below: z.int().min(1).max(65_536).optional(),
  /** The last day, UTC, on which it may be relied on. */
  lastDay: z.iso.date(),
  source: z.string().min(1).max(256),
})
export type Sunset = z.infer<typeof Sunset>

/** A policy for ageing: a table of sunsets. */
export const Sunsets = z.array(Sunset).max(64)

const IR_8547 = 'NIST IR 8547, initial public draft: quantum-vulnerable signatures'

/**
 * The policy of whoever names none. SHA-256, SHA-384 and SHA-512 have no end there. Rows of what no token
 * can have ({@link schemeOf} refuses it) say that it was considered.
 */
export const SUNSETS: readonly Sunset[] = [
  {
    algorithm: 'SHA-1',
    lastDay: '2013-12-31',
    source: 'NIST SP 800-131A Rev. 2: signatures with SHA-1',
  },
  {
    algorithm: 'RSA',
    below: 2048,
    lastDay: '2013-12-31',
    source: 'NIST SP 800-131A Rev. 2: less than 112 bits of security',
  },
  {
    algorithm: 'RSA',
    below: 3072,
    lastDay: '2030-12-31',
    source: 'NIST SP 800-57 Part 1 Rev. 5, table 4: 112 bits of security',
  },
  { algorithm: 'RSA', lastDay: '2035-12-31', source: IR_8547 },
  { algorithm: 'P-256', lastDay: '2035-12-31', source: IR_8547 },
  { algorithm: 'P-384', lastDay: '2035-12-31', source: IR_8547 },
]

/** The first sunset of several algorithms under a policy; undefined where none of them has one. */
export function firstSunset(
  strengths: readonly Strength[],
  policy: readonly Sunset[],
): Sunset | undefined {
  const concerns = ({ algorithm, below }: Sunset) =>
    strengths.some(
      ({ name, bits }) =>
        name === algorithm && (below === undefined || (bits !== undefined && bits < below)),
    )
  return policy
    .filter(concerns)
    .toSorted((a, b) => a.lastDay.localeCompare(b.lastDay))
    .at(0)
}

/** The end of its last day. */
export const momentOf = ({ lastDay }: Sunset): Date => new Date(`${lastDay}T23:59:59.999Z`)
