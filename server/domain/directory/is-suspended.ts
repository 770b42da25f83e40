import type { KnownAuthority } from './known-authorities.js'

/** The operator's latest word that has begun counts; of two with one `since`, the one kept later. */
export function isSuspended(known: KnownAuthority, at: Date): boolean {
  const begun = known.suspensions.filter(({ payload }) => new Date(payload.since) <= at)
  const last = begun.reduce<(typeof begun)[number] | undefined>(
    (best, next) => (best === undefined || next.payload.since >= best.payload.since ? next : best),
    undefined,
  )
  return last?.payload.standing === 'suspended'
}
