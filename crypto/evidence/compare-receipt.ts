import type { PartId } from '../fields/fields.js'
import type { Manifest } from '../package/manifest.js'
import type { VerifiedStatement } from '../statement/verify-statement.js'
import type { Receipt } from './receipt.js'

/** Something that a receipt states otherwise than the sender knows it. */
export type Disagreement = {
  readonly about: 'package' | 'manifest' | 'part'
  readonly part?: PartId
  /** What the receipt says; absent if it says nothing of that part. */
  readonly stated?: string
  /** What the sender has; absent if it sent no such part. */
  readonly own?: string
}

/**
 * Compares what a recipient says to have received with what the sender's own manifest says was sent.
 * The digest of the manifest covers everything; the parts are compared so that a person is told which.
 *
 * @returns every disagreement, none if the receipt is for exactly this.
 */
export function compareReceipt(
  { payload: receipt }: VerifiedStatement<Receipt>,
  manifest: VerifiedStatement<Manifest>,
): readonly Disagreement[] {
  const found: Disagreement[] = []
  const { package: id, parts } = manifest.payload
  if (receipt.package !== id) found.push({ about: 'package', stated: receipt.package, own: id })
  if (receipt.manifest !== manifest.digest) {
    found.push({ about: 'manifest', stated: receipt.manifest, own: manifest.digest })
  }
  const sent = new Map(parts.map(({ part, digest }) => [part, digest]))
  for (const { part, digest } of receipt.parts) {
    const own = sent.get(part)
    sent.delete(part)
    if (own === undefined) found.push({ about: 'part', part, stated: digest })
    else if (own !== digest) found.push({ about: 'part', part, stated: digest, own })
  }
  for (const [part, own] of sent) found.push({ about: 'part', part, own })
  return found
}
