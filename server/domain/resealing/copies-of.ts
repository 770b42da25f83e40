import type { AuthorityId } from '#crypto/fields/fields.js'
import { Resealing } from '#crypto/resealing/resealing.js'
import type { BlobKey } from '../ports.js'
import { readKept } from '../read-kept.js'
import type { KnownResealing } from './resealing-store.js'

/** The copy that an authority is served: the last that it has sealed anew; undefined where it has none. */
export const newestOf = (
  resealings: readonly KnownResealing[],
  authority: AuthorityId,
): KnownResealing | undefined => resealings.findLast((one) => one.authority === authority)

/** The copy of the same authority that this one took the place of; undefined where that is what was sent. */
export const copyBefore = (
  { authority, version }: KnownResealing,
  all: readonly KnownResealing[],
): KnownResealing | undefined =>
  all.find((one) => one.authority === authority && one.version === version - 1)

/** Where the ciphertext of a copy lies: each party's under its own name. */
export async function blobsOf(kept: KnownResealing): Promise<readonly BlobKey[]> {
  const { payload } = await readKept(kept, Resealing)
  return payload.parts.map(({ part, digest }) => ({
    sender: kept.authority,
    package: kept.package,
    part,
    digest,
  }))
}
