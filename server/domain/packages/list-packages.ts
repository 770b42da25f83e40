import type { Caller, PackagePage, PackageSummary } from '../../contract/wire.js'
import { asItem } from '../evidence/evidence-step.js'
import type { EvidenceStore, PackageStore } from '../ports.js'
import { packageCursor } from './package-cursor.js'
import { seenBy } from './seen-by.js'

type Ports = {
  readonly packages: Pick<PackageStore, 'page'>
  readonly evidence: Pick<EvidenceStore, 'chains'>
}
export type ListPackages = ReturnType<typeof listPackages>

type Query = {
  readonly box: 'inbox' | 'sent'
  readonly after?: string | undefined
  readonly limit: number
}

/** So many pages are read for one answer; a longer run of invisible packages is continued by the cursor. */
const READS = 5

/**
 * The packages of the caller's authority, newest first. Packages without A.1, and in the inbox those
 * without D.1 for it, are not there yet.
 *
 * @throws {@link Refusal} `malformed-request` if the cursor is none of ours.
 */
export function listPackages({ packages, evidence }: Ports) {
  return async ({ authority }: Caller, { box, after, limit }: Query): Promise<PackagePage> => {
    const rows: PackageSummary[] = []
    let cursor = after === undefined ? undefined : packageCursor.read(after)
    for (let reads = 0; reads < READS; reads++) {
      const page = await packages.page(box, authority, cursor, limit)
      const chains = await evidence.chains(page.map(({ digest }) => digest))
      for (const pkg of page) {
        cursor = { keptAt: pkg.keptAt, package: pkg.package }
        const seen = seenBy(authority, pkg, chains.get(pkg.digest) ?? [])
        if (seen.length === 0) continue
        const { header, credential } = pkg
        rows.push({ header, credential, evidence: seen.map(asItem) })
        if (rows.length === limit) return { packages: rows, next: packageCursor.write(cursor) }
      }
      if (page.length < limit) return { packages: rows, next: null }
    }
    return { packages: rows, next: cursor === undefined ? null : packageCursor.write(cursor) }
  }
}
