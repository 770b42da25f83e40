import type { Language } from '../languages/language.js'
import type { Field, Template } from './format.js'
import { type Form, isForm, isGiven, MAX_ITEMS, memberOf } from './form-value.js'
import { rawText, readableValue } from './readable-value.js'
import { readingTexts } from './reading-texts.js'

/** One line of a form as people read it. `level` is how deep it stands; a heading has no value. */
export type ReadableLine = {
  readonly kind: 'section' | 'heading' | 'value' | 'raw'
  readonly level: number
  readonly label: string
  readonly value?: string
}

/**
 * A filled form as people read it, in their language: labels of the template, choices by their label,
 * what was not filled in left out. Nothing is lost: members that the template does not ask for, and
 * values that do not fit, are shown as they are. A form whose template is not known is all of that kind.
 *
 * Bounded by the template and free of control characters, whatever a stranger wrote.
 */
export function readableForm(
  template: Template | undefined,
  form: unknown,
  language: Language,
): readonly ReadableLine[] {
  const lines: ReadableLine[] = []
  if (!isForm(form)) return [raw('', form, 0)]
  for (const { title, fields } of template?.sections ?? []) {
    const inside = fields.flatMap((field) =>
      linesOf(field, memberOf(form, field.name), language, 1),
    )
    if (inside.length === 0) continue
    lines.push({ kind: 'section', level: 0, label: title[language] }, ...inside)
  }
  const asked = template?.sections.flatMap(({ fields }) => fields) ?? []
  const others = othersIn(form, asked, 1)
  if (others.length === 0) return lines
  const label =
    template === undefined ? readingTexts.unknownTemplate[language] : readingTexts.others[language]
  return [...lines, { kind: 'section', level: 0, label }, ...others]
}

function linesOf(
  field: Field,
  value: unknown,
  language: Language,
  level: number,
): readonly ReadableLine[] {
  if (!isGiven(value)) return []
  const label = field.label[language]
  if (field.repeat === undefined) return itemLines(field, value, label, language, level)
  if (!Array.isArray(value)) return [raw(label, value, level)]
  if (field.type !== 'group') {
    const shown = value.slice(0, MAX_ITEMS).filter((item) => isGiven(item))
    const said = shown.map((item) => readableValue(field, item, language) ?? rawText(item))
    return [{ kind: 'value', level, label, value: said.join('\n') }]
  }
  return value
    .slice(0, MAX_ITEMS)
    .flatMap((item, position) =>
      itemLines(field, item, `${label} ${position + 1}`, language, level),
    )
}

function itemLines(
  field: Field,
  value: unknown,
  label: string,
  language: Language,
  level: number,
): readonly ReadableLine[] {
  if (field.type !== 'group') {
    const said = readableValue(field, value, language)
    return said === undefined
      ? [raw(label, value, level)]
      : [{ kind: 'value', level, label, value: said }]
  }
  if (!isForm(value)) return isGiven(value) ? [raw(label, value, level)] : []
  const inside = field.fields.flatMap((inner) =>
    linesOf(inner, memberOf(value, inner.name), language, level + 1),
  )
  const all = [...inside, ...othersIn(value, field.fields, level + 1)]
  return all.length === 0 ? [] : [{ kind: 'heading', level, label }, ...all]
}

/** Members that nobody asked for. */
function othersIn(form: Form, fields: readonly Field[], level: number): readonly ReadableLine[] {
  const asked = new Set(fields.map(({ name }) => name))
  return Object.keys(form)
    .filter((name) => !asked.has(name))
    .slice(0, MAX_ITEMS)
    .map((name) => raw(rawText(name), memberOf(form, name), level))
}

const raw = (label: string, value: unknown, level: number): ReadableLine => ({
  kind: 'raw',
  level,
  label,
  value: rawText(value),
})
