import { readTrustList } from '#crypto/directory/trust-list.js'
import { compareBundles } from '#crypto/proof/compare/compare-bundles.js'
import type { Comparison } from '#crypto/proof/compare/comparison.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { examine } from '../../verifier/examine.js'
import { measureDocument } from '../../verifier/measure-document.js'
import type { PageState, Problem } from '../../verifier/page-state.js'

type Files = Pick<PageState, 'bundle' | 'trust' | 'documents'> & { readonly against: File }

/**
 * Holds a second bundle against one that was examined already. What is wrong with the second file is told as
 * {@link examine} tells it of the first, as a problem of the field `bundle`.
 */
export async function holdAgainst(
  { bundle, trust, documents, against }: Files,
  onWork: (work: PageState['work']) => void,
): Promise<Comparison | readonly Problem[]> {
  const alone = await examine({ bundle: against, trust, documents: [] }, onWork)
  if (!('verdict' in alone)) return alone
  if (!bundle || !trust) throw new TypeError('the first bundle was examined, so both are there')
  const claims = await Promise.all(
    documents.map((file) =>
      measureDocument(file, (percent) => onWork({ file: file.name, percent })),
    ),
  )
  return compareBundles(
    [await bundleIn(bundle), await bundleIn(against)],
    readTrustList(await trust.text()),
    {
      documents: claims,
      at: new Date(),
    },
  )
}

const bundleIn = async (file: File) => parseBundle(new Uint8Array(await file.arrayBuffer()))
