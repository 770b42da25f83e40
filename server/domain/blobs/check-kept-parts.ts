import type { PackageId } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import type { BlobKey, BlobStore, EvidenceStore, PackageWalk } from '../ports.js'
import { readKept } from '../read-kept.js'

export type PartsFound = {
  readonly packages: number
  readonly parts: number
  /** Parts that are gone, shorter or longer, or (if they were read) of another digest. */
  readonly wrong: readonly BlobKey[]
}

const PAGE = 200

/**
 * Whether every part of every package that was taken in (A.1) is there: what a restored backup must
 * have beside the database.
 *
 * @param digestOf - given, each part is read whole and its SHA-256 (hex) compared.
 * @throws `CryptoError` `statement/*` when a header is not what was taken in.
 */
export async function checkKeptParts({
  packages,
  evidence,
  blobs,
  digestOf,
}: {
  readonly packages: PackageWalk
  readonly evidence: Pick<EvidenceStore, 'findStep'>
  readonly blobs: Pick<BlobStore, 'find'>
  readonly digestOf?: (key: BlobKey) => Promise<string>
}): Promise<PartsFound> {
  const wrong: BlobKey[] = []
  let counted = 0
  let parts = 0
  let after: PackageId | undefined
  for (;;) {
    const page = await packages.everyPackage(after, PAGE)
    for (const { package: pkg, digest: header, header: statement, contentDeletedAt } of page) {
      after = pkg
      // Its time was over: nothing of it is to be here.
      if (contentDeletedAt !== undefined) continue
      // One that was refused owes no parts.
      if ((await evidence.findStep(header, 'A.1')) === undefined) continue
      counted++
      const { sender, parts: stated } = (await readKept({ statement, digest: header }, Header))
        .payload
      for (const { part, digest, length } of stated) {
        parts++
        const key = { sender, package: pkg, part, digest }
        const found = await blobs.find(key)
        const whole =
          found?.length === length && (digestOf === undefined || (await digestOf(key)) === digest)
        if (!whole) wrong.push(key)
      }
    }
    if (page.length < PAGE) return { packages: counted, parts, wrong }
  }
}
