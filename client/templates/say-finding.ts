import { fill } from '../languages/fill.js'
import type { Language } from '../languages/language.js'
import { findingTexts } from './finding-texts.js'
import type { FormFinding } from './finding.js'
import type { Template } from './format.js'
import { labelOf } from './label-of.js'
import { saySource } from './say-source.js'

/** A finding as a sentence of a language, with the provisions it rests on. */
export function sayFinding(finding: FormFinding, template: Template, language: Language): string {
  const { code, path, data, why, sources } = finding
  const beside = path.slice(0, path.lastIndexOf('.') + 1)
  const labelBeside = (name: string) => labelOf(template, beside + name, language, 'last')
  const sentence = fill(findingTexts[code][language], {
    ...data,
    field: labelOf(template, path, language),
    why: why?.[language],
    other: data['other'] === undefined ? undefined : labelBeside(data['other']),
    others: data['others']?.split(' ').map(labelBeside).join(', '),
  })
  const basis = sources.map((source) => saySource(source, language)).join('; ')
  return basis === '' ? sentence.trim() : `${sentence.trim()} (${basis})`
}
