import { fill } from '../languages/fill.js'
import type { Language } from '../languages/language.js'
import type { PreFlightFinding } from './pre-flight/finding.js'
import { preFlightTexts } from './pre-flight/texts.js'
import { saySource } from './say-source.js'

/** A finding of pre-flight as a sentence of a language, with the provisions it rests on. */
export function sayPreFlight(finding: PreFlightFinding, language: Language): string {
  const { code, data, recipient, sources } = finding
  const names = new Intl.DisplayNames([language], { type: 'language' })
  const accepted = data['languages']?.split(' ').map((tag) => `${names.of(tag) ?? tag} (${tag})`)
  const sentence = fill(preFlightTexts[code][language], {
    ...data,
    authority: recipient,
    accepted: accepted?.join(', '),
  })
  const basis = sources.map((source) => saySource(source, language)).join('; ')
  return basis === '' ? sentence : `${sentence} (${basis})`
}
