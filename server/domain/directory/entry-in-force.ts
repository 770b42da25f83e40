import type { EntryKey, KeyPurpose } from '#crypto/directory/entry.js'
import { isInForce } from '#crypto/directory/in-force.js'
import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import type { KnownAuthority } from './known-authorities.js'

/** Of the versions that have begun, the highest counts; once that one has ended, none is in force. */
export function entryInForce(known: KnownAuthority, at: Date): VerifiedEntry | undefined {
  const begun = known.entries.filter(({ payload }) => new Date(payload.validFrom) <= at)
  const newest = begun.reduce<VerifiedEntry | undefined>(
    (best, entry) =>
      best === undefined || entry.payload.version > best.payload.version ? entry : best,
    undefined,
  )
  if (newest === undefined) return undefined
  return isInForce(newest.payload.validFrom, newest.payload.validTo, at) ? newest : undefined
}

/**
 * The entry a statement names by digest, if it may still (or already) be named: it is the one in
 * force, or shares with it a key of that purpose that is in force, as overlapping versions of a
 * rotation do.
 */
export function nameableEntry(
  known: KnownAuthority,
  digest: string,
  purpose: KeyPurpose,
  at: Date,
): VerifiedEntry | undefined {
  const current = entryInForce(known, at)
  if (current === undefined || current.digest === digest) return current
  const named = known.entries.find((entry) => entry.digest === digest)
  if (named === undefined) return undefined
  const kids = new Set(keysInForce(named, purpose, at).map(({ kid }) => kid))
  return keysInForce(current, purpose, at).some(({ kid }) => kids.has(kid)) ? named : undefined
}

export const keysInForce = (entry: VerifiedEntry, purpose: KeyPurpose, at: Date): EntryKey[] =>
  entry.payload.keys.filter(
    (key) => key.purpose === purpose && isInForce(key.notBefore, key.notAfter, at),
  )

/** The operator's latest word that has begun counts; of two with one `since`, the one kept later. */
export function isSuspended(known: KnownAuthority, at: Date): boolean {
  const begun = known.suspensions.filter(({ payload }) => new Date(payload.since) <= at)
  const last = begun.reduce<(typeof begun)[number] | undefined>(
    (best, next) => (best === undefined || next.payload.since >= best.payload.since ? next : best),
    undefined,
  )
  return last?.payload.standing === 'suspended'
}
