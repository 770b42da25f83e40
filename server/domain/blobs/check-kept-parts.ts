import type { PackageId } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import { Resealing } from '#crypto/resealing/resealing.js'
import type { BlobKey, BlobStore, EvidenceStore, PackageWalk } from '../ports.js'
import { readKept } from '../read-kept.js'
import type { ResealingStore } from '../resealing/resealing-store.js'

export type PartsFound = {
  readonly packages: number
  readonly parts: number
  /** Parts that are gone, shorter or longer, or (if they were read) of another digest. */
  readonly wrong: readonly BlobKey[]
}

const PAGE = 200

/**
 * Whether every part of every package that was taken in (A.1), and of every copy of one that was sealed anew, is there: what
 * a restored backup must have beside the database.
 *
 * @param digestOf - given, each part is read whole and its SHA-256 (hex) compared.
 * @throws `CryptoError` `statement/*` when a header or a copy is not what was taken in.
 */
export async function checkKeptParts({
  packages,
  evidence,
  resealings,
  blobs,
  digestOf,
}: {
  readonly packages: PackageWalk
  readonly evidence: Pick<EvidenceStore, 'findStep'>
  readonly resealings: Pick<ResealingStore, 'ofHeader'>
  readonly blobs: Pick<BlobStore, 'find'>
  readonly digestOf?: (key: BlobKey) => Promise<string>
}): Promise<PartsFound> {
  const wrong: BlobKey[] = []
  let counted = 0
  let parts = 0
  let after: PackageId | undefined
  for (;;) {
    const page = await packages.everyPackage(after, PAGE)
    for (const pkg of page) {
      after = pkg.package
      // Its time was over: nothing of it is to be here.
      if (pkg.contentDeletedAt !== undefined) continue
      // One that was refused owes no parts.
      if ((await evidence.findStep(pkg.digest, 'A.1')) === undefined) continue
      counted++
      if (pkg.originalDeletedAt === undefined) {
        const { payload } = await readKept({ statement: pkg.header, digest: pkg.digest }, Header)
        await look(payload.parts, { sender: payload.sender, package: pkg.package })
      }
      for (const copy of await resealings.ofHeader(pkg.digest)) {
        if (copy.deletedAt !== undefined) continue
        const { payload } = await readKept(copy, Resealing)
        await look(payload.parts, { sender: copy.authority, package: pkg.package })
      }
    }
    if (page.length < PAGE) return { packages: counted, parts, wrong }
  }

  async function look(
    stated: Header['parts'] | Resealing['parts'],
    where: Pick<BlobKey, 'package' | 'sender'>,
  ): Promise<void> {
    for (const { part, digest, length } of stated) {
      parts++
      const key = { ...where, part, digest }
      const found = await blobs.find(key)
      const whole =
        found?.length === length && (digestOf === undefined || (await digestOf(key)) === digest)
      if (!whole) wrong.push(key)
    }
  }
}
