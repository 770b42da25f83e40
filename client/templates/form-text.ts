import { directionOf, type Language } from '../languages/language.js'
import type { ReadableLine } from './readable-form.js'

/** From right to left whatever the first letter of a line is (UAX #9, rule P2). */
const RIGHT_TO_LEFT_MARK = '\u200f'

/** A readable form as lines of plain text, indented as it is nested. */
export function formText(lines: readonly ReadableLine[], language: Language): readonly string[] {
  const mark = directionOf(language) === 'rtl' ? RIGHT_TO_LEFT_MARK : ''
  return lines.flatMap(({ kind, level, label, value = '' }) => {
    const margin = mark + '  '.repeat(level)
    if (kind === 'section') return ['', mark + label, mark + '─'.repeat(Math.min(label.length, 60))]
    if (kind === 'heading') return [`${margin}${label}`]
    const [first = '', ...others] = value.split('\n')
    if (others.length === 0 && first.length + label.length < 90)
      return [`${margin}${label}: ${first}`]
    return [`${margin}${label}:`, ...[first, ...others].map((line) => `${margin}  ${line}`)]
  })
}
