import type { Language } from '../languages/language.js'
import type { Template } from './format.js'
import { lineageAt } from './template-fields.js'

/**
 * What a place of a form is called: the labels from the outside in, items counted from one:
 * “Offences 2 › Title of the offence”. With `last`, the innermost label alone.
 */
export function labelOf(
  template: Template,
  path: string,
  language: Language,
  which: 'whole' | 'last' = 'whole',
): string {
  const labels: string[] = []
  const names = path.split('.')
  for (const [position, name] of names.entries()) {
    if (/^\d+$/.test(name)) {
      labels.push(`${labels.pop() ?? ''} ${Number(name) + 1}`.trim())
    } else {
      const field = lineageAt(template, names.slice(0, position + 1).join('.')).at(-1)
      labels.push(field?.label[language] ?? name)
    }
  }
  return which === 'last' ? (labels.at(-1) ?? '') : labels.join(' › ')
}
