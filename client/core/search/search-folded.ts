import { foldedName } from '../directory/folded-name.js'

/** Marks that people leave out when they type: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels. */
const LEFT_OUT =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u061c]/g

/** Arabic letters that are written one for the other, and those that Persian and Urdu write otherwise. */
const ARABIC: Readonly<Record<string, string>> = {
  '\u0649': '\u064a',
  '\u06cc': '\u064a',
  '\u0629': '\u0647',
  '\u06a9': '\u0643',
  '\u0671': '\u0627',
  '\u06c1': '\u0647',
}

/**
 * A text as search compares it: capitals, width, accents, vowel signs and the many forms of one Arabic
 * letter do not count, nor in which digits a number is written. Rather too often the same than not found.
 */
export const searchFolded = (text: string): string =>
  foldedName(
    text
      .normalize('NFKD')
      .replace(LEFT_OUT, '')
      .replace(/[\u0649\u06cc\u0629\u06a9\u0671\u06c1]/g, (letter) => ARABIC[letter] ?? letter)
      .replace(/\p{Nd}/gu, asciiDigit)
      .replaceAll('ı', 'i'),
  )

/** Decimal digits stand in tens in Unicode, each ten from its zero on (chapter 4.6). */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  if (code < 0x80) return digit
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String(code - zero)
}
