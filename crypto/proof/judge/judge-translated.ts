import type { VerifiedReceipt } from '../../evidence/verify-receipt.js'
import type { CertifiedTranslation } from '../../translation/certified-translation.js'
import type { Case } from '../case.js'
import type { Custody } from '../custody.js'
import { type Fact, factOf, type Standing } from '../fact.js'
import type { JudgedDisclosure } from './judge-disclosure.js'
import type { DocumentClaim } from './judge-documents.js'

/** What is shown of the documents of the package. */
export type Shown = {
  readonly disclosure: JudgedDisclosure
  readonly receipts: readonly VerifiedReceipt[]
  readonly documents: readonly DocumentClaim[]
}

/**
 * Of what a translator certified: which documents of the package were translated, and which are translations.
 *
 * @param word - the standing of the certified statement: nothing that rests on it has a better one.
 */
export function judgeTranslated(
  its: Case,
  custody: Custody,
  word: 'proved' | 'claimed',
  shown: Shown,
): Fact[] {
  const { certified } = custody
  if (!certified) return []
  const { digest, claims } = certified.piece
  return claims.items.flatMap((item) => {
    const [found, text, name] = sourceOf(its, custody, item, shown)
    const standing = found === 'proved' ? word : found
    const data = {
      item: item.item,
      source: item.source,
      target: item.target,
      from: claims.pair.from,
      handoff: claims.handoff,
      ...(name !== undefined && { name }),
    }
    const source = factOf('translation-source', standing, text, { statement: digest, data })
    return [source, ...targetsOf(certified.piece, item, word, shown)]
  })
}

type Item = CertifiedTranslation['items'][number]

function sourceOf(
  its: Case,
  custody: Custody,
  { item, sealed, source }: Item,
  { disclosure, receipts }: Shown,
): readonly [Standing, string, string?] {
  if (sealed === null) {
    return ['claimed', 'Fields of a form were translated; that they are this form’s is not shown.']
  }
  const { claims } = custody.handoff.piece
  const isOfThis = claims.source.header === its.header.digest
  const part = isOfThis ? its.header.claims.parts.find((one) => one.part === item) : undefined
  if (isOfThis && part?.digest !== sealed) {
    return ['contradicted', 'What was handed off is no part of this package.']
  }
  const told = disclosure.parts.filter((one) => part === undefined || one.part === part.part)
  const found = told.find(({ digest }) => digest === source)
  if (found) return ['proved', `What was translated is the document ${found.name}.`, found.name]
  if (disclosure.manifest || (part !== undefined && told.length > 0)) {
    return ['contradicted', 'What was translated is none of the documents of this package.']
  }
  const named = receipts.flatMap(({ payload }) => payload.parts)
  if (named.some((one) => one.digest === source && (part === undefined || one.part === item))) {
    return [
      'claimed',
      `A receipt names what was translated; the sender’s manifest is not disclosed.`,
    ]
  }
  if (receipts.length > 0) {
    return ['contradicted', 'No receipt names what was translated, and each names every part.']
  }
  return part === undefined
    ? ['unproved', 'Nothing shows that a document of this package was translated.']
    : [
        'claimed',
        'A part of this package was handed off; that its content is what was certified is the translator’s word.',
      ]
}

/** Parts of the package, and documents at hand, that have the digest of the target. */
function targetsOf(
  { digest, claims }: NonNullable<Custody['certified']>['piece'],
  { item, target }: Item,
  word: 'proved' | 'claimed',
  { disclosure, documents, receipts }: Shown,
): Fact[] {
  const of = (standing: Standing, name: string, text: string) =>
    factOf('translation-target', standing, text, {
      statement: digest,
      data: { item, target, name, to: claims.pair.to, handoff: claims.handoff },
    })
  const parts = disclosure.parts.filter((one) => one.digest === target)
  const names = new Set(
    [...parts, ...documents.filter((one) => one.digest === target)].map((one) => one.name),
  )
  if (names.size > 0) {
    return [...names].map((name) =>
      of(word, name, `${name} is the translation that was certified.`),
    )
  }
  const isNamed = receipts.some(({ payload }) => payload.parts.some((one) => one.digest === target))
  const text = 'A receipt names the translation; the sender’s manifest is not disclosed.'
  return isNamed ? [of('claimed', target, text)] : []
}
