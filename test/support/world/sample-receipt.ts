import type { Receipt } from '#crypto/evidence/receipt.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import type { OpenedPackage } from '#crypto/package/open-package.js'
import { after, NOW } from './moments.js'

/** What an honest recipient says of a package that it opened whole. */
export const sampleReceipt = (
  { header, manifest }: OpenedPackage,
  recipient: AuthorityId,
): Receipt => ({
  package: header.payload.package,
  header: header.digest,
  manifest: manifest.digest,
  recipient,
  outcome: 'accepted',
  reason: null,
  parts: manifest.payload.parts.map(({ part, digest }) => ({ part, digest, state: 'verified' })),
  declared: after(NOW, 3).toISOString(),
})
