import type { Language } from '../../languages/language.js'

/**
 * How numbers and times are written in a language of the page. Digits are those of the Latin script in each, as in the
 * documents; English is that of the texts, with the day before the month.
 *
 * @returns BCP 47 with the numbering system
 */
export const localeOf = (language: Language | (string & {})): string =>
  `${language === 'en' ? 'en-GB' : language}-u-nu-latn`
