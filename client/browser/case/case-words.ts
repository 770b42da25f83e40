import { isForm } from '../../templates/form-value.js'
import { currentTemplate } from '../../templates/catalogue.js'
import type { Language } from '../../languages/language.js'

/** What an act or a request is called: the title of its template. */
export const actName = (act: string, language: Language): string =>
  currentTemplate(act)?.title[language] ?? act

/** A coded ground in words, as the template offers it; the code where no template does. */
export function groundName(act: string, ground: string, language: Language): string {
  const template = currentTemplate(act)
  const label = template && labelIn(template.sections, ground)
  return label?.[language] ?? ground
}

/** Options stand at any depth of a template's fields. */
function labelIn(at: unknown, value: string): Readonly<Record<string, string>> | undefined {
  if (Array.isArray(at)) {
    for (const one of at as readonly unknown[]) {
      const found = labelIn(one, value)
      if (found !== undefined) return found
    }
    return undefined
  }
  if (!isForm(at)) return undefined
  if (at['value'] === value && isForm(at['label'])) return at['label'] as Record<string, string>
  return labelIn([at['fields'], at['options']], value)
}
