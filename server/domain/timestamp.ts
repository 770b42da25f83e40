import type { Timestamp } from '#crypto/fields/fields.js'

/** RFC 3339 in UTC with milliseconds: the one spelling of `crypto/fields`. */
export const timestamp = (at: Date): Timestamp => at.toISOString()

export const laterOf = (a: Date, b: Date): Date => (a.getTime() >= b.getTime() ? a : b)

export const after = (at: Date, milliseconds: number): Date => new Date(at.getTime() + milliseconds)
