import type { EntryKey, KeyPurpose } from './entry.js'
import { isInForce } from './in-force.js'
import type { VerifiedEntry } from './verify-entry.js'

/** Versions of one authority's entry, each continuing the one before; in any order. */
type Versions = { readonly entries: readonly VerifiedEntry[] }

/** Of the versions that have begun, the highest: the one that counts, whether it has ended since or not. */
export function newestBegun({ entries }: Versions, at: Date): VerifiedEntry | undefined {
  const begun = entries.filter(({ payload }) => new Date(payload.validFrom) <= at)
  return begun.reduce<VerifiedEntry | undefined>(
    (best, entry) =>
      best === undefined || entry.payload.version > best.payload.version ? entry : best,
    undefined,
  )
}

/** Of the versions that have begun, the highest counts; once that one has ended, none is in force. */
export function entryInForce(known: Versions, at: Date): VerifiedEntry | undefined {
  const newest = newestBegun(known, at)
  if (newest === undefined) return undefined
  return isInForce(newest.payload.validFrom, newest.payload.validTo, at) ? newest : undefined
}

/**
 * The entry a statement names by digest, if it may still (or already) be named: it is the one in
 * force, or shares with it a key of that purpose that is in force, as overlapping versions of a
 * rotation do.
 */
export function nameableEntry(
  known: Versions,
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

/** The keys of an entry that serve a purpose at a moment, whether the entry itself is in force or not. */
export const keysInForce = (
  { payload }: Pick<VerifiedEntry, 'payload'>,
  purpose: KeyPurpose,
  at: Date,
): EntryKey[] =>
  payload.keys.filter(
    (key) => key.purpose === purpose && isInForce(key.notBefore, key.notAfter, at),
  )
