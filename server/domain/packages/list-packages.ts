import type { Caller, PackagePage } from '../../contract/wire.js'
import { asItem } from '../evidence/evidence-step.js'
import type { EvidenceStore, PackageStore } from '../ports.js'
import { type PageQuery, visiblePage } from './visible-page.js'

type Ports = {
  readonly packages: Pick<PackageStore, 'page'>
  readonly evidence: Pick<EvidenceStore, 'chains'>
}
export type ListPackages = ReturnType<typeof listPackages>

/**
 * The packages of the caller's authority, as {@link visiblePage} finds them.
 *
 * @throws {@link Refusal} `malformed-request` if the cursor is none of ours.
 */
export function listPackages(ports: Ports) {
  return async ({ authority }: Caller, query: PageQuery): Promise<PackagePage> => {
    const { rows, next } = await visiblePage(ports, authority, query)
    const packages = rows.map(({ pkg: { header, credential }, seen }) => ({
      header,
      credential,
      evidence: seen.map(asItem),
    }))
    return { packages, next }
  }
}
