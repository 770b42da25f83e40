import { CryptoError } from '../errors.js'
import type { VerificationKey } from '../keys/key.js'
import { type VerifiedStatement, verifyStatement } from '../statement/verify-statement.js'
import { checkPart } from './check-part.js'
import { commitManifest } from './commit-manifest.js'
import { requireCommitted } from './commit-part.js'
import { disagreements } from './disagreements.js'
import type { Header } from './header.js'
import { Manifest } from './manifest.js'

/**
 * Verifies a manifest by the key that signed its header, and that the two belong together: every
 * field that both have, every part's length, and the header's commitments.
 *
 * @throws {@link CryptoError} `statement/…` if it is no manifest of that key; `package/mismatch`,
 *   `package/part`, `package/commitment` if it is another package's.
 */
export async function verifyManifest(
  statement: string,
  { header, key }: { readonly header: VerifiedStatement<Header>; readonly key: VerificationKey },
): Promise<VerifiedStatement<Manifest>> {
  const manifest = await verifyStatement(statement, {
    typ: 'rogatory-manifest',
    key,
    payload: Manifest,
  })
  const fields = disagreements(header.payload, manifest.payload)
  if (fields.length > 0) {
    throw new CryptoError(
      'package/mismatch',
      `header and manifest disagree in ${fields.join(', ')}`,
    )
  }
  manifest.payload.parts.forEach((part, i) => {
    header.payload.parts.slice(i, i + 1).forEach((sealed) => {
      checkPart(part, sealed)
    })
  })
  if ((await commitManifest(manifest.payload.salt, manifest.digest)) !== header.payload.manifest) {
    throw new CryptoError('package/commitment', 'the header is bound to another manifest')
  }
  for (const part of manifest.payload.parts) await requireCommitted(part, header.payload)
  return manifest
}
