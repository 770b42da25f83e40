import { Header } from '#crypto/package/header.js'
import type { BlobKey, PackageStore } from '../ports.js'
import { readKept } from '../read-kept.js'

type Ports = { readonly packages: Pick<PackageStore, 'find'> }

/** Whether a blob is a part of a package that was submitted and whose content stands: only its time ends it. */
export async function isOfPackage(
  { packages }: Ports,
  { sender, package: id, part, digest }: BlobKey,
): Promise<boolean> {
  const pkg = await packages.find(id)
  if (pkg?.sender !== sender || pkg.contentDeletedAt !== undefined) return false
  const { payload } = await readKept({ statement: pkg.header, digest: pkg.digest }, Header)
  return payload.parts.some((one) => one.part === part && one.digest === digest)
}
