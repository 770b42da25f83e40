import { PackageId } from '#crypto/fields/fields.js'
import type { Manifest, ManifestPart } from '#crypto/package/manifest.js'
import { MAX_BUNDLE_BYTES } from '#crypto/proof/parse-bundle.js'
import { type ProofOf, proofName } from './proof-name.js'

/** The bundles that came with a package that was forwarded, as they were opened and verified. */
export type ForwardProofs = Readonly<Partial<Record<ProofOf, Uint8Array>>>

/**
 * Opens the proofs that came with a package that passes another one on; none that is larger than a bundle may be.
 *
 * @param octetsOf - opens and verifies a document; undefined where it cannot be had.
 */
export async function forwardProofs(
  { form, parts }: Pick<Manifest, 'form' | 'parts'>,
  octetsOf: (part: ManifestPart) => Promise<Uint8Array | undefined>,
): Promise<ForwardProofs> {
  const named = PackageId.safeParse(form['originalPackage']).data
  // They stand behind the documents of the original, of which one may have been given the same name.
  const partOf = (name: string) => parts.findLast((part) => part.name === name)
  const isNamed = named !== undefined && partOf(proofName('original', named)) !== undefined
  const opened = async (of: ProofOf) => {
    // Earlier editions did not name the package: theirs are not mixed with those that do.
    const part = partOf(isNamed ? proofName(of, named) : `${of}.rogatory-proof`)
    if (part === undefined || part.length > MAX_BUNDLE_BYTES) return {}
    const octets = await octetsOf(part)
    return octets && { [of]: octets }
  }
  return {
    ...(await opened('original')),
    ...(await opened('approval')),
    ...(await opened('redirection')),
  }
}
