import { CryptoError } from '#crypto/errors.js'
import { Header } from '#crypto/package/header.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { PackageSummary } from '#server/contract/wire.js'
import { ClientError } from '../client-error.js'
import { readPackage } from '../packages/open-package.js'
import { pageTurner } from '../page-turner.js'
import type { Session } from '../session/session.js'
import { type IndexEntry, textsOf } from './index-entry.js'
import {
  MAX_ENTRIES,
  readIndex,
  type SearchIndex,
  type SearchStore,
  writeIndex,
} from './search-index.js'

type Box = IndexEntry['box']
/** What is done so far is written each time so many have come. */
const BATCH = 40
const PAGE = 100

export type IndexProgress = (opened: number) => void

/**
 * Brings the index up to what the authority's mailboxes hold: opens what is new, the newest first. The
 * relay sees that packages are read, as it does of everybody who opens mail, and never what is looked for.
 * Broken off, it goes on where it was. What cannot be opened or believed has an entry without texts.
 *
 * @param rebuild - forget what there is.
 */
export async function updateIndex(
  session: Session,
  store: SearchStore,
  { rebuild = false, onProgress }: { rebuild?: boolean; onProgress?: IndexProgress } = {},
): Promise<SearchIndex> {
  const { entries, complete } = rebuild
    ? { entries: [], complete: false }
    : await readIndex(session, store)
  const known = new Map<PackageId, IndexEntry>(entries.map((entry) => [entry.package, entry]))
  let fresh = 0
  for (const box of ['inbox', 'sent'] as const) {
    for await (const page of pages(session, box)) {
      const ids = await Promise.all(page.map(idOf))
      const wanted = ids.filter((id) => !known.has(id))
      for (const id of wanted) {
        known.set(id, await entryOf(session, box, id))
        onProgress?.(++fresh)
        // Not complete before the end: what is older may be missing.
        if (fresh % BATCH === 0)
          await writeIndex(session, store, { entries: [...known.values()], complete: false })
      }
      if (complete && wanted.length === 0) break
    }
  }
  const index = { entries: [...known.values()], complete: true }
  if (fresh > 0 || !complete) await writeIndex(session, store, index)
  return index
}

async function* pages(session: Session, box: Box): AsyncGenerator<readonly PackageSummary[]> {
  const nextOf = pageTurner()
  let after: string | undefined
  let seen = 0
  do {
    const page = await session.relay.call('listPackages', { query: { box, after, limit: PAGE } })
    yield page.packages
    seen += page.packages.length
    after = nextOf(page)
  } while (after !== undefined && seen < MAX_ENTRIES)
}

const idOf = async ({ header }: PackageSummary): Promise<PackageId> =>
  Header.parse((await readStatement(header)).payload).package

async function entryOf(session: Session, box: Box, id: PackageId): Promise<IndexEntry> {
  try {
    const { record, manifest, opened } = await readPackage(session, id)
    return {
      package: id,
      case: manifest.case,
      box,
      sender: manifest.sender,
      recipients: manifest.recipients.map(({ authority }) => authority),
      submitted: record.submitted,
      officer: opened.credential.payload.name,
      template: `${manifest.template.id}@${manifest.template.version}`,
      inReplyTo: manifest.inReplyTo?.package ?? null,
      digests: [
        record.header.digest,
        opened.manifest.digest,
        ...manifest.parts.map(({ digest }) => digest),
      ],
      texts: textsOf(manifest),
    }
  } catch (error) {
    if (!isUnbelieved(error)) throw error
    const { header } = await session.relay.call('readPackage', { params: { package: id } })
    const { payload, digest } = await readStatement(header)
    const claims = Header.parse(payload)
    return {
      package: id,
      case: claims.case,
      box,
      sender: claims.sender,
      recipients: claims.recipients.map(({ authority }) => authority),
      submitted: claims.created,
      officer: '',
      template: null,
      inReplyTo: null,
      digests: [digest],
      texts: [],
    }
  }
}

/** Of one package: the others can be searched all the same. */
const isUnbelieved = (error: unknown): boolean =>
  error instanceof CryptoError ||
  (error instanceof ClientError && /^(evidence|package|directory)-untrusted$/.test(error.code))
