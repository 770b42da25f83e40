import { z } from 'zod'
import { fromUtf8, toUtf8 } from '#crypto/bytes/bytes.js'
import { canonicalize } from '#crypto/canonical/canonicalize.js'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { entrySealingKey } from '#crypto/directory/entry-key.js'
import { openEnvelope } from '#crypto/envelope/open-envelope.js'
import { recipientsOf } from '#crypto/envelope/recipients-of.js'
import { sealEnvelope } from '#crypto/envelope/seal-envelope.js'
import { CryptoError } from '#crypto/errors.js'
import type { Session } from '../session/session.js'
import { IndexEntry } from './index-entry.js'

/** Where the index lies: sealed texts under names such as `00003`. A folder, or IndexedDB. */
export interface SearchStore {
  names(): Promise<readonly string[]>
  read(name: string): Promise<string | undefined>
  write(name: string, sealed: string): Promise<void>
  remove(name: string): Promise<void>
}

export type SearchIndex = {
  readonly entries: readonly IndexEntry[]
  /** Whether everything older than what is here is here, too. */
  readonly complete: boolean
}

const Shard = z.strictObject({
  format: z.literal('rogatory-search'),
  version: z.literal(1),
  complete: z.boolean(),
  entries: z.array(IndexEntry).max(100),
})
/** Entries of one shard: with texts of 16 000 characters, below the 4 MiB of an envelope by far. */
const PER_SHARD = 40
/** Packages that are searched at most, the newest. */
export const MAX_ENTRIES = 10_000
const BOUNDS = { maxBytes: 4 * 1024 * 1024, maxDepth: 8 }

/**
 * Reads the index. It is a copy of what the relay has and can be made again: what is damaged, or sealed
 * to keys that are not ours, counts as not there.
 */
export async function readIndex(session: Session, store: SearchStore): Promise<SearchIndex> {
  const entries: IndexEntry[] = []
  let complete = true
  for (const name of (await store.names()).toSorted()) {
    const shard = await open(session, (await store.read(name)) ?? '')
    entries.push(...(shard?.entries ?? []))
    complete &&= shard?.complete === true
  }
  return { entries, complete: complete && entries.length > 0 }
}

/**
 * Writes the index, sealed to the authority's own key as its drafts are: it holds what envelopes hold.
 * Only shards that have changed are written.
 */
export async function writeIndex(
  session: Session,
  store: SearchStore,
  { entries, complete }: SearchIndex,
): Promise<void> {
  const { directory, officer, platform } = session
  const key = await entrySealingKey(await directory.current(officer.authority), platform.now())
  const oldestFirst = entries
    .toSorted((a, b) => (a.submitted + a.package < b.submitted + b.package ? -1 : 1))
    .slice(-MAX_ENTRIES)
  const before = new Set(await store.names())
  for (let at = 0; at < oldestFirst.length; at += PER_SHARD) {
    const name = String(at / PER_SHARD).padStart(5, '0')
    const shard = {
      format: 'rogatory-search',
      version: 1,
      complete,
      entries: oldestFirst.slice(at, at + PER_SHARD),
    } as const
    before.delete(name)
    const kept = await open(session, (await store.read(name)) ?? '')
    if (kept !== undefined && canonicalize(kept) === canonicalize(shard)) continue
    await store.write(name, await sealEnvelope(toUtf8(canonicalize(shard)), [key]))
  }
  for (const name of before) await store.remove(name)
}

async function open(session: Session, sealed: string): Promise<z.infer<typeof Shard> | undefined> {
  try {
    const kids = recipientsOf(sealed)
    const key = (await session.vaultKeys()).find(({ kid }) => kids.includes(kid))
    if (key === undefined) return undefined
    return Shard.safeParse(parseJson(fromUtf8(await openEnvelope(sealed, key)), BOUNDS)).data
  } catch (error) {
    if (error instanceof CryptoError) return undefined
    throw error
  }
}
