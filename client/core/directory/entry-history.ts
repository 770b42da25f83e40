import type { DirectoryEntry, EntryKey } from '#crypto/directory/entry.js'
import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import { type SaidMember, saidOtherwise } from './entry-says.js'

/** One version of an entry, and what it did to the one before. */
export type EntryStep = {
  readonly version: number
  readonly digest: string
  /** RFC 3339, as the authority declares it. */
  readonly from: string
  readonly changed: readonly SaidMember[]
  readonly added: readonly EntryKey[]
  readonly removed: readonly EntryKey[]
  /** Whether another certificate signs it than the version before. */
  readonly isRecertified: boolean
}

/** What changed from version to version, the newest first; of the first one, that it is there. */
export function entryHistory(versions: readonly VerifiedEntry[]): readonly EntryStep[] {
  return versions
    .map(({ payload, digest, certificate }, at) => {
      const before = versions[at - 1]
      return {
        version: payload.version,
        digest,
        from: payload.validFrom,
        changed: before === undefined ? [] : saidOtherwise(before.payload, inFull(payload)),
        added: without(payload.keys, before?.payload.keys ?? payload.keys),
        removed: without(before?.payload.keys ?? [], payload.keys),
        isRecertified:
          before !== undefined && before.certificate.fingerprint !== certificate.fingerprint,
      }
    })
    .toReversed()
}

/** A classification that is said no more is a change, too. */
const inFull = (payload: DirectoryEntry) => ({ classifications: undefined, ...payload })

const without = (keys: readonly EntryKey[], others: readonly EntryKey[]) =>
  keys.filter(({ kid }) => !others.some((other) => other.kid === kid))
