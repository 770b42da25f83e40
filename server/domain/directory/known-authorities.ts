import { DirectoryEntry } from '#crypto/directory/entry.js'
import { Revocation, Suspension } from '#crypto/directory/revocation.js'
import { verifyEntry, type VerifiedEntry } from '#crypto/directory/verify-entry.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { recentlyUsed } from '#crypto/keys/recently-used.js'
import type { VerifiedStatement } from '#crypto/statement/verify-statement.js'
import type { Clock, DirectoryStore, StoredStatement } from '../ports.js'
import type { RelayIdentity } from '../relay-identity.js'
import { readKept } from '../read-kept.js'
import { laterOf } from '../timestamp.js'

/** What the directory holds about one authority, oldest first. */
export type KnownAuthority = {
  readonly authority: AuthorityId
  readonly entries: readonly VerifiedEntry[]
  readonly suspensions: readonly VerifiedStatement<Suspension>[]
  readonly revocations: readonly VerifiedStatement<Revocation>[]
}

export interface KnownAuthorities {
  /**
   * What is known of an authority: read at most {@link RECENT_MS} ago, or with `'now'` after this
   * call. A yes may rest on recent knowledge; no negative evidence is signed on less than `'now'`.
   */
  of(authority: AuthorityId, asOf?: 'recent' | 'now'): Promise<KnownAuthority | undefined>
  /** Forgets what is known of one authority, after a publication in this process. */
  forget(authority: AuthorityId): void
}

/** A revocation or suspension that another process accepted is honoured after at most this long. */
export const RECENT_MS = 2_000
const CAPACITY = 4096

type Ports = {
  readonly directory: Pick<DirectoryStore, 'history'>
  readonly relay: Pick<RelayIdentity, 'trust'>
  readonly clock: Clock
}

/**
 * The directory as submissions need it: certificate chains are verified once per entry, not once per
 * submission, and a busy authority is read once in {@link RECENT_MS}. Bounded, so that made-up ids
 * cannot fill memory.
 */
export function knownAuthorities({ directory, relay, clock }: Ports): KnownAuthorities {
  // The status was demanded when each was accepted, and the answers of then are not kept.
  const trust = { ...relay.trust, statusRoots: [] }
  const known = recentlyUsed<{ readonly asked: Date; readonly answer: Promise<Answer> }>(CAPACITY)
  const verified = recentlyUsed<VerifiedEntry>(CAPACITY)

  async function verifiedEntry(kept: StoredStatement): Promise<VerifiedEntry> {
    const before = verified.get(kept.digest)
    if (before !== undefined) return before
    const { payload } = await readKept(kept, DirectoryEntry)
    // As of its acceptance: a certificate that has run out since does not undo what it signed.
    const at = laterOf(kept.keptAt, new Date(payload.validFrom))
    const { kind, authority } = payload
    const entry = await verifyEntry(kept.statement, trust, { kind, authority, at })
    verified.set(kept.digest, entry)
    return entry
  }

  async function read(authority: AuthorityId): Promise<Answer> {
    const [entries, suspensions, revocations] = await Promise.all([
      directory.history(authority, 'rogatory-entry'),
      directory.history(authority, 'rogatory-suspension'),
      directory.history(authority, 'rogatory-revocation'),
    ])
    if (entries.length === 0) return undefined
    return {
      authority,
      entries: await Promise.all(entries.map(verifiedEntry)),
      suspensions: await Promise.all(suspensions.map((kept) => readKept(kept, Suspension))),
      revocations: await Promise.all(revocations.map((kept) => readKept(kept, Revocation))),
    }
  }

  return {
    of(authority, asOf = 'recent') {
      const asked = clock.now()
      const recent = known.get(authority)
      if (asOf === 'recent' && recent !== undefined && isRecent(recent.asked, asked)) {
        return recent.answer
      }
      const answer = read(authority)
      const entry = { asked, answer }
      known.set(authority, entry)
      // A failed read is nobody's knowledge: the next caller asks again.
      answer.catch(() => known.set(authority, { ...entry, asked: new Date(0) }))
      return answer
    },
    forget(authority) {
      const recent = known.get(authority)
      if (recent !== undefined) known.set(authority, { ...recent, asked: new Date(0) })
    },
  }
}

type Answer = KnownAuthority | undefined

const isRecent = (then: Date, now: Date): boolean => {
  const age = now.getTime() - then.getTime()
  return age >= 0 && age <= RECENT_MS
}
