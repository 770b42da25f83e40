import type { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import { Refusal } from '../errors.js'
import type { EvidenceStore, PackageStore, StoredEvidence, StoredPackage } from '../ports.js'
import { seenBy } from './seen-by.js'

export type VisiblePorts = {
  readonly packages: Pick<PackageStore, 'find'>
  readonly evidence: Pick<EvidenceStore, 'chain'>
}

export type VisiblePackage = {
  readonly pkg: StoredPackage
  /** The whole chain, to judge by; `seen` is what the authority is shown. */
  readonly chain: readonly StoredEvidence[]
  readonly seen: readonly StoredEvidence[]
}

/** @throws {@link Refusal} `package-unknown`, the same for a stranger as for an id that nobody used. */
export async function findVisible(
  { packages, evidence }: VisiblePorts,
  authority: AuthorityId,
  id: PackageId,
): Promise<VisiblePackage> {
  const pkg = await packages.find(id)
  if (pkg !== undefined) {
    const chain = await evidence.chain(pkg.digest)
    const seen = seenBy(authority, pkg, chain)
    if (seen.length > 0) return { pkg, chain, seen }
  }
  throw packageUnknown(id)
}

export const packageUnknown = (id: PackageId) =>
  new Refusal('package-unknown', `no package ${id} is available to you`)
