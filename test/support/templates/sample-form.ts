import { holds } from '#client/templates/condition.js'
import type { Condition, Field, Template } from '#client/templates/format.js'
import { memberOf, placesAt } from '#client/templates/form-value.js'
import { fieldsOf } from '#client/templates/template-fields.js'

export type Sample = Record<string, unknown>

const texts: Readonly<Record<string, string>> = {
  email: 'mla@moj.xa.example',
  telephone: '+41 22 000 0000',
  currency: 'EUR',
  package: '01a20fe9-3216-7e33-bd9d-66c8841c8e02',
  authority: 'xb.pgo',
  ip: '192.0.2.1',
  number: '100',
}

/** A form with every field filled, then without those that are not asked as it stands. */
export function sampleForm(template: Template): Sample {
  const form = filled(template.sections.flatMap(({ fields }) => fields))
  prune(template, form)
  return form
}

const filled = (fields: readonly Field[]): Sample =>
  Object.fromEntries(fields.map((field) => [field.name, sampleValue(field)]))

function sampleValue(field: Field): unknown {
  if (field.repeat === undefined) return sampleItem(field)
  const several = field.type === 'choice' ? 1 : Math.max(field.repeat.min, 1)
  return Array.from({ length: several }, () => sampleItem(field))
}

function sampleItem(field: Field): unknown {
  switch (field.type) {
    case 'text':
      return field.format === undefined ? 'some words'.slice(0, field.max) : texts[field.format]
    case 'lines':
      return 'First line.\nSecond line.'
    case 'date':
      return '2030-01-15'
    case 'moment':
      return '2030-01-15T10:00:00+01:00'
    case 'flag':
      return true
    case 'language':
      return 'en'
    case 'state':
      return 'XA'
    case 'choice':
      return field.options.find(({ barred }) => barred === undefined)?.value
    case 'group':
      return filled(field.fields)
  }
}

/** Takes away what is not asked, until nothing changes: one answer may close another question. */
export function prune(template: Template, form: Sample): void {
  for (let round = 0; round < 5; round += 1) {
    for (const [path, lineage] of fieldsOf(template)) {
      const when = lineage.at(-1)?.when
      if (when === undefined) continue
      for (const { beside, member } of placesAt(form, path)) {
        if (!holds(when, { form, beside })) remove(beside, member)
      }
    }
  }
}

export function remove(beside: unknown, member: string): void {
  if (typeof beside === 'object' && beside !== null) Reflect.deleteProperty(beside, member)
}

/** Makes a condition true by changing the form as little as it needs; fills what is asked from then on. */
export function satisfy(
  template: Template,
  form: Sample,
  condition: Condition,
  path: string,
): void {
  if ('all' in condition) condition.all.forEach((each) => satisfy(template, form, each, path))
  else if ('any' in condition)
    condition.any.slice(0, 1).forEach((each) => satisfy(template, form, each, path))
  else if ('not' in condition) refute(template, form, condition.not, path)
  else if ('is' in condition) set(template, form, absolute(condition.path, path), condition.is)
  else if ('in' in condition) set(template, form, absolute(condition.path, path), condition.in[0])
  else if ('only' in condition)
    set(template, form, absolute(condition.path, path), condition.only[0])
  else if (condition.given) refill(template, form, absolute(condition.path, path))
  else set(template, form, absolute(condition.path, path), undefined)
}

function refute(template: Template, form: Sample, condition: Condition, path: string): void {
  if (!('is' in condition || 'in' in condition || 'only' in condition)) {
    throw new TypeError('a condition that these tests cannot refute')
  }
  const at = absolute(condition.path, path)
  const field = fieldsOf(template).get(at)?.at(-1)
  if (field?.type !== 'choice') throw new TypeError('only a choice can be another')
  const named =
    'is' in condition ? [condition.is] : 'in' in condition ? condition.in : condition.only
  set(template, form, at, field.options.find(({ value }) => !named.includes(value))?.value)
}

const absolute = (path: string, from: string): string =>
  path.startsWith('.') ? from.slice(0, from.lastIndexOf('.') + 1) + path.slice(1) : path

function set(template: Template, form: Sample, path: string, value: unknown): void {
  open(template, form, path)
  const isList = fieldsOf(template).get(path)?.at(-1)?.repeat !== undefined
  for (const { beside, member } of placesAt(form, path)) {
    ;(beside as Sample)[member] = isList && value !== undefined ? [value] : value
  }
}

/** Fills a field at every place again, and before it whatever it stands in, with what those ask for. */
export function refill(template: Template, form: Sample, path: string): void {
  open(template, form, path)
  const field = fieldsOf(template).get(path)?.at(-1)
  if (field === undefined) throw new TypeError(`no field ${path}`)
  for (const { beside, member } of placesAt(form, path)) {
    if (memberOf(beside, member) === undefined) (beside as Sample)[member] = sampleValue(field)
  }
}

/** Sees to it that a field and each group it stands in is asked and there. */
function open(template: Template, form: Sample, path: string): void {
  let at = ''
  for (const field of fieldsOf(template).get(path) ?? []) {
    at += field.name
    if (field.when !== undefined) satisfy(template, form, field.when, at)
    if (field.type !== 'group') continue
    for (const { beside, member } of placesAt(form, at)) {
      if (memberOf(beside, member) === undefined) (beside as Sample)[member] = sampleValue(field)
    }
    at += field.repeat === undefined ? '.' : '.*.'
  }
}
