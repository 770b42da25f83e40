import { z } from 'zod'
import { LanguageTag, text } from '../fields/fields.js'

const MAX_NAMES = 20

/** Scripts that have letters which look like another one's. */
const LOOK_ALIKE = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Coptic}/u,
]

/**
 * No word mixes scripts whose letters look alike (after UTS #39 §5.1): a Cyrillic letter in a Latin
 * word makes a name that reads as another authority's.
 */
function isHonest(name: string): boolean {
  const words = name.match(/[\p{L}\p{M}]+/gu) ?? []
  return words.every((word) => LOOK_ALIKE.filter((script) => script.test(word)).length <= 1)
}

/** A name of at most so many characters that does not read as another one. */
export const honestName = (max: number) =>
  text(max).refine(isHonest, 'words that do not mix scripts whose letters look alike')

/** An authority's names by language (BCP 47). */
export const AuthorityNames = z.record(LanguageTag, honestName(200)).refine((names) => {
  const count = Object.keys(names).length
  return count > 0 && count <= MAX_NAMES
}, 'a name in some language')
