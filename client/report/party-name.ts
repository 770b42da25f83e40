import type { Language } from '../languages/language.js'
import type { Party } from './report.js'

/** A party's id, with its name in the reader's language, or in whichever it has. */
export function partyName({ authority, names }: Party, language: Language): string {
  const name = names[language] ?? names['en'] ?? Object.values(names)[0]
  return name === undefined ? authority : `${name} (${authority})`
}
