import { type EntryFilter, matchesEntry } from '#crypto/directory/entry-filter.js'
import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import { CryptoError } from '#crypto/errors.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { ClientError, type ClientErrorCode } from '../client-error.js'
import { pageTurner } from '../page-turner.js'
import type { Relay } from '../ports.js'
import { readClaims } from './verify-authority-record.js'

export type DirectoryListing = {
  readonly entries: readonly VerifiedEntry[]
  /** Authority ids, or digests where not even the id could be read. */
  readonly refused: readonly string[]
}

/** Authorities verified at one time. */
const AT_A_TIME = 8

/** Goes through the pages of the directory and verifies each authority. What does not verify is left out and named. */
export async function listDirectory(
  relay: Relay,
  current: (authority: AuthorityId) => Promise<VerifiedEntry>,
  filter: EntryFilter = {},
): Promise<DirectoryListing> {
  const entries: VerifiedEntry[] = []
  const refused: string[] = []

  async function add({ statement, digest }: { statement: string; digest: string }): Promise<void> {
    let name = digest
    try {
      const { authority } = await readClaims(statement)
      name = authority
      const entry = await current(authority)
      // What the relay thinks fits is its word: what does not is left out.
      if (matchesEntry(entry.payload, filter)) entries.push(entry)
    } catch (error) {
      if (!isDistrust(error)) throw error
      refused.push(name)
    }
  }

  const nextOf = pageTurner()
  let after: string | undefined
  do {
    const page = await relay.call('listAuthorities', { query: { ...filter, after } })
    const rows = page.entries.map(({ statement, evidence }) => ({
      statement,
      digest: evidence.digest,
    }))
    while (rows.length > 0) await Promise.all(rows.splice(0, AT_A_TIME).map(add))
    after = nextOf(page)
  } while (after !== undefined)
  return {
    entries: entries.sort((a, b) => (a.payload.authority < b.payload.authority ? -1 : 1)),
    refused: refused.sort(),
  }
}

const DISTRUST: readonly ClientErrorCode[] = [
  'directory-untrusted',
  'directory-rewritten',
  'directory-stale',
  'revocation-omitted',
  'suspension-omitted',
  'authority-unknown',
]

/** An outage is an outage; everything else is the entry's own fault. */
const isDistrust = (error: unknown): boolean =>
  error instanceof CryptoError || (error instanceof ClientError && DISTRUST.includes(error.code))
