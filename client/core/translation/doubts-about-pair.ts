import { LanguageTag } from '#crypto/fields/fields.js'
import type { Manifest } from '#crypto/package/manifest.js'
import type { Handoff } from '#crypto/translation/handoff.js'
import { isLanguageIn } from '../../templates/pre-flight/accepted-languages.js'
import { valuesAt } from '../../templates/form-value.js'

/** Where a pair of languages is not what the form says of its texts; an officer may know better than the form. */
export type PairDoubt = {
  readonly about: 'from' | 'to'
  /** What is to be translated from, or into. */
  readonly named: string
  /** What the form names instead. */
  readonly form: readonly string[]
}

/**
 * Holds the pair of a hand-off against the languages of the form: that of the original, and those in which a translation
 * is said to come with it. A form that names none raises no doubt.
 */
export function doubtsAboutPair(
  { from, to }: Handoff['pair'],
  form: Manifest['form'],
): readonly PairDoubt[] {
  const tags = (path: string) =>
    valuesAt(form, path).flatMap((tag) => LanguageTag.safeParse(tag).data ?? [])
  const doubt = (about: PairDoubt['about'], named: string, said: readonly string[]) =>
    said.length === 0 || isSpokenIn(named, said) ? [] : [{ about, named, form: said }]
  return [
    ...doubt('from', from, tags('languages.original')),
    ...doubt('to', to, tags('languages.translations')),
  ]
}

/** `ar` and `ar-EG` are no contradiction, whichever of them the form names. */
const isSpokenIn = (named: string, said: readonly string[]) =>
  isLanguageIn(named, said) || said.some((one) => isLanguageIn(one, [named]))
