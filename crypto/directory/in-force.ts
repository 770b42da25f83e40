/**
 * Whether a moment lies between two others, both included: as certificates count (RFC 5280 §4.1.2.5).
 *
 * @param from - RFC 3339, as `to`.
 */
export const isInForce = (from: string, to: string, at: Date): boolean =>
  at >= new Date(from) && at <= new Date(to)
