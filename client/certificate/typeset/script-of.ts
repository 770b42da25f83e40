import type { Script } from './faces.js'

/** Han, kana, hangul, and the punctuation that is set with them. */
const EAST_ASIAN = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/u
const ARABIC = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/u
/** Quotation marks and the like, of the same code for all and of another width in Chinese. */
const SHARED_PUNCTUATION = /[\u2010-\u2027\u2030-\u205e]/u

/**
 * Which font a character is set in.
 *
 * @param main - of the language of the text: punctuation follows it.
 */
export function scriptOf(character: string, main: Script): Script {
  if (ARABIC.test(character)) return 'arabic'
  if (EAST_ASIAN.test(character)) return 'chinese'
  if (main === 'chinese' && SHARED_PUNCTUATION.test(character)) return 'chinese'
  return 'latin'
}
