import { stateCodes } from '#crypto/directory/states.js'

/** States of examples have codes that are nobody's; they have no names either. */
const EXAMPLES = ['XA', 'XB']

/** @param language - of the page: the names are its own, and in its order. */
export function stateChoices(language: string): readonly { code: string; name: string }[] {
  const names = new Intl.DisplayNames([language], { type: 'region' })
  const order = new Intl.Collator(language)
  return [
    ...stateCodes
      .map((code) => ({ code, name: `${names.of(code) ?? code} (${code})` }))
      .sort((a, b) => order.compare(a.name, b.name)),
    ...EXAMPLES.map((code) => ({ code, name: code })),
  ]
}
