import type { Case } from '../case.js'
import { custodyOf } from '../custody.js'
import type { Fact } from '../fact.js'
import { judgeCertified } from './judge-certified.js'
import { judgeCustody, judgeLinguists } from './judge-custody.js'
import { judgeTranslated, type Shown } from './judge-translated.js'

export type JudgedTranslations = {
  readonly facts: readonly Fact[]
  /** Digests of what was certified as a translation, by somebody who is shown. */
  readonly targets: ReadonlySet<string>
}

/** Hand-offs to translators: who had a text, who certified what of it, and of which document. */
export async function judgeTranslations(its: Case, shown: Shown): Promise<JudgedTranslations> {
  const custodies = await Promise.all(
    its.pieces.translations.map((pieces) => custodyOf(its, pieces)),
  )
  const targets = new Set<string>()
  const facts = custodies.flatMap((custody) => {
    const certified = judgeCertified(its, custody, custodies)
    const word = certified.find(({ fact }) => fact === 'translation-certified')?.standing
    const isGiven = word === 'proved' || word === 'claimed'
    if (isGiven) custody.certified?.piece.claims.items.forEach(({ target }) => targets.add(target))
    return [
      judgeCustody(its, custody),
      ...judgeLinguists(its, custody),
      ...certified,
      ...(isGiven ? judgeTranslated(its, custody, word, shown) : []),
    ]
  })
  return { facts, targets }
}
