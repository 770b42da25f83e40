import type { Language } from '../../languages/language.js'
import type { Field, Template } from '../../templates/format.js'

/** What is asked at a place of the form, from the outside in: `Contact › E-mail`. */
export function labelAt(sections: Template['sections'], path: string, language: Language): string {
  const labels: string[] = []
  let fields: readonly Field[] = sections.flatMap((section) => section.fields)
  for (const name of path.split('.')) {
    const found = fields.find((field) => field.name === name)
    if (found !== undefined) {
      labels.push(found.label[language])
      fields = found.type === 'group' ? found.fields : []
    } else if (/^\d+$/.test(name) && labels.length > 0) {
      labels.push(`${labels.pop()} ${Number(name) + 1}`)
    }
  }
  return labels.join(' › ')
}
