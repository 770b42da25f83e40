import type { AuthorityId, CaseId } from '#crypto/fields/fields.js'
import type { EvidenceStore, ListedPackage, PackageStore, StoredEvidence } from '../ports.js'
import { packageCursor } from './package-cursor.js'
import { seenBy } from './seen-by.js'

type Ports = {
  readonly packages: Pick<PackageStore, 'page'>
  readonly evidence: Pick<EvidenceStore, 'chains'>
}

export type PageQuery = {
  readonly box: 'inbox' | 'sent'
  readonly after?: string | undefined
  readonly limit: number
  /** Only packages of this case. */
  readonly case?: CaseId | undefined
  /** Only urgent ones that somebody it is up to, of those the authority sees, has not answered. */
  readonly waiting?: 'urgent' | undefined
}

export type VisibleRow = {
  readonly pkg: ListedPackage
  /** The whole chain, to judge by; `seen` is what the authority is shown. */
  readonly chain: readonly StoredEvidence[]
  readonly seen: readonly StoredEvidence[]
}

/** A package that the authority is not shown yet, or never. */
export type HiddenRow = Pick<VisibleRow, 'chain' | 'pkg'>

/** So many pages are read for one answer; a longer run of invisible packages is continued by the cursor. */
const READS = 5

const URGENT = ['urgent', 'emergency'] as const
const ANSWERED = ['C.3', 'C.4', 'C.5']

const isWaiting = (
  authority: AuthorityId,
  { sender, recipients }: ListedPackage,
  chain: readonly StoredEvidence[],
): boolean => {
  const concerned = sender === authority ? recipients : [authority]
  const answered = chain.filter(({ code }) => ANSWERED.includes(code))
  return concerned.some((one) => answered.every(({ recipient }) => recipient !== one))
}

/**
 * The packages of an authority, newest first. Packages without A.1, and in the inbox those without D.1 for it, are not
 * there yet.
 *
 * @returns `hidden`: those that were passed by, each on one page. `next`: the cursor to go on with; null at the end.
 * @throws {@link Refusal} `malformed-request` if the cursor is none of ours.
 */
export async function visiblePage(
  { packages, evidence }: Ports,
  authority: AuthorityId,
  { box, after, limit, case: id, waiting }: PageQuery,
): Promise<{
  readonly rows: readonly VisibleRow[]
  readonly hidden: readonly HiddenRow[]
  readonly next: string | null
}> {
  const rows: VisibleRow[] = []
  const hidden: HiddenRow[] = []
  const only = { case: id, urgency: waiting && URGENT }
  let cursor = after === undefined ? undefined : packageCursor.read(after)
  for (let reads = 0; reads < READS; reads++) {
    const page = await packages.page(box, authority, cursor, limit, only)
    const chains = await evidence.chains(page.map(({ digest }) => digest))
    for (const pkg of page) {
      cursor = { keptAt: pkg.keptAt, package: pkg.package }
      const chain = chains.get(pkg.digest) ?? []
      const seen = seenBy(authority, pkg, chain)
      if (seen.length === 0) {
        hidden.push({ pkg, chain })
        continue
      }
      if (waiting !== undefined && !isWaiting(authority, pkg, chain)) continue
      rows.push({ pkg, chain, seen })
      if (rows.length === limit) return { rows, hidden, next: packageCursor.write(cursor) }
    }
    if (page.length < limit) return { rows, hidden, next: null }
  }
  return { rows, hidden, next: cursor === undefined ? null : packageCursor.write(cursor) }
}
