import type { Manifest } from '#crypto/package/manifest.js'
import type { ReceivedForm } from '../../core/packages/received-form.js'
import type { Language } from '../../languages/language.js'
import { formText } from '../../templates/form-text.js'
import { readableForm } from '../../templates/readable-form.js'
import { findingLines, formFindings, type SaidFinding } from './findings.js'

/** What was found in a form that came, in a language. None is known of a template that is not known. */
export const receivedFindings = (
  { template, findings }: ReceivedForm,
  language: Language,
): readonly SaidFinding[] =>
  template === undefined ? [] : formFindings(template, findings, language)

/** A form that came, as text: its title, what it says, and what was found in it. */
export function readingLines(
  { form }: Pick<Manifest, 'form'>,
  received: ReceivedForm,
  language: Language,
): readonly string[] {
  const findings = findingLines(receivedFindings(received, language), language)
  return [
    ...(received.template === undefined ? [] : ['', received.template.title[language]]),
    ...formText(readableForm(received.template, form, language), language),
    ...(findings.length === 0 ? [] : ['', ...findings]),
  ]
}
