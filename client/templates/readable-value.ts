import { directionOf, type Language } from '../languages/language.js'
import { checkValue } from './check-value.js'
import type { Field } from './format.js'
import { readingTexts } from './reading-texts.js'

/**
 * One value as people read it, or undefined when it does not fit its field. Days are written out in
 * the language, by the Gregorian calendar and with European digits; moments stay as they were stated.
 */
export function readableValue(
  field: Exclude<Field, { type: 'group' }>,
  value: unknown,
  language: Language,
): string | undefined {
  if (checkValue(field, value) !== undefined) return undefined
  if (typeof value === 'boolean') return readingTexts[value ? 'yes' : 'no'][language]
  const text = String(value)
  switch (field.type) {
    case 'choice':
      return field.options.find((option) => option.value === text)?.label[language]
    case 'date':
      return days(language).format(new Date(`${text}T00:00:00Z`))
    case 'language':
      return isolated(named('language', text, language), language)
    case 'state':
      return isolated(named('region', text, language), language)
    case 'text':
    case 'lines':
      return isolated(text, language)
    case 'flag':
    case 'moment':
      return isolated(text, language)
  }
}

const days = (language: Language): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(`${language === 'en' ? 'en-GB' : language}-u-ca-gregory-nu-latn`, {
    dateStyle: 'long',
    timeZone: 'UTC',
  })

/**
 * Name and code; the code alone where it has no name. Codes that are for the user to assign have none: ours name the
 * authorities of examples.
 */
function named(type: 'language' | 'region', code: string, language: Language): string {
  if (type === 'region' && /^(AA|Q[M-Z]|X[A-Z]|ZZ)$/.test(code)) return code
  const name = new Intl.DisplayNames([language], { type, fallback: 'none' }).of(code)
  return name === undefined ? code : `${name} (${code})`
}

/** In a text from right to left, what somebody wrote keeps its own direction (UAX #9 §2.4). */
const isolated = (text: string, language: Language): string =>
  directionOf(language) === 'rtl'
    ? text
        .split('\n')
        .map((line) => `\u2068${line}\u2069`)
        .join('\n')
    : text

const MAX_RAW = 4000

/** What does not fit, as JSON or as the text it is, without control or direction characters, and not endless. */
export function rawText(value: unknown): string {
  const text = typeof value === 'string' ? value : shallow(value)
  const plain = text.slice(0, MAX_RAW).replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '�')
  return text.length > MAX_RAW ? `${plain} …` : plain
}

function shallow(value: unknown): string {
  if (value === undefined) return ''
  try {
    return JSON.stringify(value)
  } catch {
    // Nested deeper than the stack: nothing that anybody reads.
    return '…'
  }
}
