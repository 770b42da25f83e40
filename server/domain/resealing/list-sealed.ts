import { recipientsOf } from '#crypto/envelope/recipients-of.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import type { ComingKey, SealedPage, SealedRow } from '../../contract/resealing-wire.js'
import type { Caller } from '../../contract/wire.js'
import type { KnownAuthorities } from '../directory/known-authorities.js'
import { type HiddenRow, type PageQuery, visiblePage } from '../packages/visible-page.js'
import type { EvidenceStore, ListedPackage, PackageStore } from '../ports.js'
import { timestamp } from '../timestamp.js'
import { newestOf } from './copies-of.js'
import type { ResealingStore } from './resealing-store.js'

type Ports = {
  readonly authorities: KnownAuthorities
  readonly packages: Pick<PackageStore, 'find' | 'page'>
  readonly evidence: Pick<EvidenceStore, 'chains'>
  readonly resealings: Pick<ResealingStore, 'ofHeader'>
}
export type ListSealed = ReturnType<typeof listSealed>

/**
 * Under which keys each package is sealed that the caller's authority is still served, newest first: by its own copy, else by the
 * envelope as it was sent. A page may have fewer rows than were asked for; the cursor says whether there are more.
 *
 * With them how many there are of each own key that are still to come, and nothing else of those: who sends to an authority it
 * learns when it is consigned to, and the other keys of an envelope would say so before.
 *
 * @throws {@link Refusal} `malformed-request` if the cursor is none of ours.
 */
export function listSealed({ authorities, packages, evidence, resealings }: Ports) {
  return async ({ authority }: Caller, query: PageQuery): Promise<SealedPage> => {
    const page = await visiblePage({ packages, evidence }, authority, query)
    const { rows, hidden, next } = page
    const sealed: SealedRow[] = []
    // One after the other: an envelope may be megabytes.
    for (const row of rows) {
      if (!isOver(row, authority)) sealed.push(await sealedAs(row.pkg, authority))
    }
    return { packages: sealed, coming: await comingTo(authority, hidden), next }
  }

  async function comingTo(
    authority: AuthorityId,
    hidden: readonly HiddenRow[],
  ): Promise<ComingKey[]> {
    const counts = new Map<string, number>()
    const awaited = hidden.filter((row) => isAwaited(row, authority))
    const entries = awaited.length === 0 ? [] : ((await authorities.of(authority))?.entries ?? [])
    const own = entries.flatMap(({ payload }) => payload.keys)
    for (const { pkg } of awaited) {
      const kids = await kidsAsSent(pkg)
      const key = own.find(({ purpose, kid }) => purpose === 'envelopes' && kids.includes(kid))
      if (key !== undefined) counts.set(key.kid, (counts.get(key.kid) ?? 0) + 1)
    }
    return [...counts].map(([kid, count]) => ({ kid, packages: count }))
  }

  async function kidsAsSent({ package: id }: ListedPackage): Promise<string[]> {
    const envelope = (await packages.find(id))?.envelope ?? ''
    return envelope === '' ? [] : [...recipientsOf(envelope)]
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
    return { package: id, sealedAt: timestamp(keptAt), version: 0, kids: await kidsAsSent(pkg) }
  }
}

/** Whether nothing of it is served to that authority any more. */
const isOver = ({ chain }: HiddenRow, authority: AuthorityId): boolean =>
  chain.some(
    ({ code, recipient }) =>
      code === 'R.1' || (recipient === authority && (code === 'C.4' || code === 'C.5')),
  )

/** Kept for that recipient, and consigned once its time has come: one without A.1 yet is about to have it. */
const isAwaited = (row: HiddenRow, authority: AuthorityId): boolean =>
  row.pkg.recipients.includes(authority) && row.chain[0]?.code !== 'A.2' && !isOver(row, authority)
