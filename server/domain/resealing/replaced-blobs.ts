import { Header } from '#crypto/package/header.js'
import type { BlobKey, KnownPackage } from '../ports.js'
import { readKept } from '../read-kept.js'
import { blobsOf, copyBefore } from './copies-of.js'
import type { KnownResealing } from './resealing-store.js'

/** The ciphertext that a copy takes the place of: that of the copy before, or as it was sent. */
export async function replacedBlobs(
  { header: statement, digest }: Pick<KnownPackage, 'digest' | 'header'>,
  copy: KnownResealing,
  all: readonly KnownResealing[],
): Promise<readonly BlobKey[]> {
  const before = copyBefore(copy, all)
  if (before !== undefined) return blobsOf(before)
  const { sender, package: id, parts } = (await readKept({ statement, digest }, Header)).payload
  return parts.map(({ part, digest: sealed }) => ({ sender, package: id, part, digest: sealed }))
}
