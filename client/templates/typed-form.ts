import type { Field, Template } from './format.js'
import { isForm } from './form-value.js'

/** A form whose every scalar is text, as a file of texts gives it, with its flags as what they mean. */
export function typedForm(template: Template, form: unknown): unknown {
  return typed(
    template.sections.flatMap(({ fields }) => fields),
    form,
  )
}

function typed(fields: readonly Field[], value: unknown): unknown {
  if (!isForm(value)) return value
  const byName = new Map(fields.map((field) => [field.name, field]))
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const field = byName.get(name)
      return [name, field === undefined ? inner : typedValue(field, inner)]
    }),
  )
}

function typedValue(field: Field, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => typedValue(field, item))
  if (field.type === 'group') return typed(field.fields, value)
  if (field.type === 'flag' && value === 'true') return true
  if (field.type === 'flag' && value === 'false') return false
  // A block of several lines ends with a line break that nobody meant.
  return typeof value === 'string' ? value.trim() : value
}
