import type { AuthorityId } from '#crypto/fields/fields.js'

const MINUTE_MS = 60_000

/**
 * How much each authority may ask for in a minute. Authorities elsewhere may charge for every time-stamp, and
 * may take a relay that asks too often for an attacker.
 *
 * @returns a function that spends one request of an authority's minute; false where nothing is left of it.
 */
export function requestBudget(perMinute = 300): (authority: AuthorityId, now: Date) => boolean {
  let begun = 0
  let spent = new Map<AuthorityId, number>()
  return (authority, now) => {
    if (now.getTime() - begun >= MINUTE_MS) {
      begun = now.getTime()
      spent = new Map()
    }
    const before = spent.get(authority) ?? 0
    if (before >= perMinute) return false
    spent.set(authority, before + 1)
    return true
  }
}
