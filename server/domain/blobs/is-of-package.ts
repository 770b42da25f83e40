import { Header } from '#crypto/package/header.js'
import type { BlobKey, PackageStore } from '../ports.js'
import { readKept } from '../read-kept.js'
import { blobsOf } from '../resealing/copies-of.js'
import type { ResealingStore } from '../resealing/resealing-store.js'

type Ports = {
  readonly packages: Pick<PackageStore, 'find'>
  readonly resealings: Pick<ResealingStore, 'ofHeader'>
}

/**
 * Whether a blob is a part of a package that was submitted and whose content stands, or of a copy of it that was sealed
 * anew and stands: only its time, or the next copy, ends it.
 */
export async function isOfPackage(
  { packages, resealings }: Ports,
  { sender, package: id, part, digest }: BlobKey,
): Promise<boolean> {
  const pkg = await packages.find(id)
  if (pkg === undefined || pkg.contentDeletedAt !== undefined) return false
  if (pkg.sender === sender && pkg.originalDeletedAt === undefined) {
    const { payload } = await readKept({ statement: pkg.header, digest: pkg.digest }, Header)
    if (payload.parts.some((one) => one.part === part && one.digest === digest)) return true
  }
  for (const copy of await resealings.ofHeader(pkg.digest)) {
    if (copy.authority !== sender || copy.deletedAt !== undefined) continue
    const blobs = await blobsOf(copy)
    if (blobs.some((one) => one.part === part && one.digest === digest)) return true
  }
  return false
}
