import type { ManifestPart } from '#crypto/package/manifest.js'
import type { ProofOptions } from '../../core/proof/export-proof.js'
import type { OpenHandoff } from '../../core/translation/read-handoff.js'

/** What of a package whoever gets its proof is to see. */
export type Disclosure = {
  /** The manifest: form, and names and digests of all documents. */
  readonly isWhole: boolean
  /** Ids of documents that are disclosed alone. */
  readonly parts: readonly ManifestPart['part'][]
  /** Who had its documents to translate, and who certified what. */
  readonly translations: readonly OpenHandoff[]
}

/** Nothing is disclosed twice: with the manifest every document is, so that none is named beside it. */
export const disclosureOptions = ({
  isWhole,
  parts,
  translations,
}: Disclosure): Pick<ProofOptions, 'discloseManifest' | 'discloseParts' | 'translations'> => ({
  discloseManifest: isWhole,
  discloseParts: isWhole ? [] : parts,
  translations,
})
