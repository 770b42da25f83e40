import { recipientsOf } from '#crypto/envelope/recipients-of.js'
import type { SealedPage, SealedRow } from '../../contract/resealing-wire.js'
import type { Caller } from '../../contract/wire.js'
import { packageCursor } from '../packages/package-cursor.js'
import { seenBy } from '../packages/seen-by.js'
import type { EvidenceStore, ListedPackage, PackageStore } from '../ports.js'
import { timestamp } from '../timestamp.js'
import { newestOf } from './copies-of.js'
import type { ResealingStore } from './resealing-store.js'

type Ports = {
  readonly packages: Pick<PackageStore, 'find' | 'page'>
  readonly evidence: Pick<EvidenceStore, 'chains'>
  readonly resealings: Pick<ResealingStore, 'ofHeader'>
}
export type ListSealed = ReturnType<typeof listSealed>

type Query = {
  readonly box: 'inbox' | 'sent'
  readonly after?: string | undefined
  readonly limit: number
}

/**
 * Under which keys each package is sealed that the caller's authority is still served, newest first: by its own copy, else by the
 * envelope as it was sent. A page may have fewer rows than were asked for; the cursor says whether there are more.
 *
 * @throws {@link Refusal} `malformed-request` if the cursor is none of ours.
 */
export function listSealed({ packages, evidence, resealings }: Ports) {
  return async ({ authority }: Caller, { box, after, limit }: Query): Promise<SealedPage> => {
    const cursor = after === undefined ? undefined : packageCursor.read(after)
    const page = await packages.page(box, authority, cursor, limit)
    const chains = await evidence.chains(page.map(({ digest }) => digest))
    const rows: SealedRow[] = []
    // One after the other: an envelope may be megabytes.
    for (const pkg of page) {
      const chain = chains.get(pkg.digest) ?? []
      const isOver = chain.some(
        ({ code, recipient }) =>
          code === 'R.1' || (recipient === authority && (code === 'C.4' || code === 'C.5')),
      )
      if (seenBy(authority, pkg, chain).length > 0 && !isOver) rows.push(await rowOf(pkg))
    }
    const last = page.at(-1)
    return {
      packages: rows,
      next: last === undefined || page.length < limit ? null : packageCursor.write(last),
    }

    async function rowOf({ package: id, digest, keptAt }: ListedPackage): Promise<SealedRow> {
      const copy = newestOf(await resealings.ofHeader(digest), authority)
      if (copy !== undefined) {
        const { version, kid } = copy
        return { package: id, sealedAt: timestamp(copy.keptAt), version, kids: [kid] }
      }
      const envelope = (await packages.find(id))?.envelope ?? ''
      const kids = envelope === '' ? [] : [...recipientsOf(envelope)]
      return { package: id, sealedAt: timestamp(keptAt), version: 0, kids }
    }
  }
}
