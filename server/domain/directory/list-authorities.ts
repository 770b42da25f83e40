import { fromBase64Url, fromUtf8, toBase64Url, toUtf8 } from '#crypto/bytes/bytes.js'
import { DirectoryEntry } from '#crypto/directory/entry.js'
import { type EntryFilter, matchesEntry } from '#crypto/directory/entry-filter.js'
import { CryptoError } from '#crypto/errors.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import type { DirectoryRecord } from '../../contract/wire.js'
import { type AcceptancePorts, withAllEvidence } from './accept-statement.js'
import { Refusal } from '../errors.js'
import type { StoredDirectoryStatement } from '../ports.js'
import { readKept } from '../read-kept.js'

type Ports = Pick<AcceptancePorts, 'directory' | 'relay' | 'clock'>
type Query = EntryFilter & { readonly after?: string | undefined; readonly limit: number }

/** Entries looked at for one page: a search that finds little gives a short page and a cursor. */
const MOST_LOOKED_AT = 1_000
export type ListAuthorities = ReturnType<typeof listAuthorities>

/**
 * The newest entry of each authority, by authority id, each with evidence X.1; of those that fit what is sought.
 * A page may be short, or empty, and yet not the last.
 *
 * @throws {@link Refusal} `malformed-request` if the cursor is none of ours.
 */
export function listAuthorities(ports: Ports) {
  return async ({
    after,
    limit,
    ...filter
  }: Query): Promise<{ entries: DirectoryRecord[]; next: string | null }> => {
    const from = after === undefined ? undefined : readCursor(after)
    const isSearch = Object.values(filter).some((sought) => sought !== undefined)
    const most = isSearch ? MOST_LOOKED_AT : limit
    const found = await ports.directory.currentEntries(from, most + 1)
    const page: StoredDirectoryStatement[] = []
    let last: AuthorityId | undefined
    for (const entry of found.slice(0, most)) {
      if (page.length === limit) break
      last = entry.authority
      if (!isSearch || (await fits(entry, filter))) page.push(entry)
    }
    return {
      entries: await withAllEvidence(ports, page),
      next:
        last !== undefined && found.at(-1)?.authority !== last ? toBase64Url(toUtf8(last)) : null,
    }
  }
}

const fits = async (entry: StoredDirectoryStatement, filter: EntryFilter): Promise<boolean> =>
  matchesEntry((await readKept(entry, DirectoryEntry)).payload, filter)

function readCursor(text: string): AuthorityId {
  try {
    const parsed = AuthorityId.safeParse(fromUtf8(fromBase64Url(text)))
    if (parsed.success) return parsed.data
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error
  }
  throw new Refusal('malformed-request', 'the cursor is none of this relay')
}
