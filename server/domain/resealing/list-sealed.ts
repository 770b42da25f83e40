import { recipientsOf } from '#crypto/envelope/recipients-of.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import type { SealedPage, SealedRow } from '../../contract/resealing-wire.js'
import type { Caller } from '../../contract/wire.js'
import { type PageQuery, visiblePage, type VisibleRow } from '../packages/visible-page.js'
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

/**
 * Under which keys each package is sealed that the caller's authority is still served, newest first: by its own copy, else by the
 * envelope as it was sent. A page may have fewer rows than were asked for; the cursor says whether there are more.
 *
 * @throws {@link Refusal} `malformed-request` if the cursor is none of ours.
 */
export function listSealed({ packages, evidence, resealings }: Ports) {
  return async ({ authority }: Caller, query: PageQuery): Promise<SealedPage> => {
    const { rows, next } = await visiblePage({ packages, evidence }, authority, query)
    const sealed: SealedRow[] = []
    // One after the other: an envelope may be megabytes.
    for (const row of rows) {
      if (!isOver(row, authority)) sealed.push(await sealedAs(row.pkg, authority))
    }
    return { packages: sealed, next }
  }

  async function sealedAs(pkg: ListedPackage, authority: AuthorityId): Promise<SealedRow> {
    const { package: id, digest, keptAt } = pkg
    // A copy that no package names yet is served to nobody: what was sent is.
    const isServed = pkg.resealedBy?.includes(authority) === true
    const copy = isServed ? newestOf(await resealings.ofHeader(digest), authority) : undefined
    if (copy !== undefined) {
      const { version, kid } = copy
      return { package: id, sealedAt: timestamp(copy.keptAt), version, kids: [kid] }
    }
    const envelope = (await packages.find(id))?.envelope ?? ''
    const kids = envelope === '' ? [] : [...recipientsOf(envelope)]
    return { package: id, sealedAt: timestamp(keptAt), version: 0, kids }
  }
}

/** Whether nothing of it is served to that authority any more. */
const isOver = ({ chain }: VisibleRow, authority: AuthorityId): boolean =>
  chain.some(
    ({ code, recipient }) =>
      code === 'R.1' || (recipient === authority && (code === 'C.4' || code === 'C.5')),
  )
