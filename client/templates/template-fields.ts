import type { Field, Template } from './format.js'

const known = new WeakMap<Template, ReadonlyMap<string, readonly Field[]>>()

/**
 * The fields of a template by their path, `*` for the items of a list: `offences.*.title`. Each with the
 * groups it stands in, outermost first, itself last.
 */
export function fieldsOf(template: Template): ReadonlyMap<string, readonly Field[]> {
  const before = known.get(template)
  if (before !== undefined) return before
  const all = new Map<string, readonly Field[]>()
  const walk = (fields: readonly Field[], path: string, outer: readonly Field[]): void => {
    for (const field of fields) {
      const lineage = [...outer, field]
      all.set(path + field.name, lineage)
      if (field.type === 'group') {
        walk(field.fields, `${path}${field.name}${field.repeat ? '.*.' : '.'}`, lineage)
      }
    }
  }
  for (const { fields } of template.sections) walk(fields, '', [])
  known.set(template, all)
  return all
}

/**
 * The field that a place of a form belongs to, last, with the groups it stands in: `offences.0.title` is
 * asked by `offences.*.title`. The item of a list belongs to the list's field.
 */
export function lineageAt(template: Template, path: string): readonly Field[] {
  const starred = path.replace(/(^|\.)\d+(?=\.|$)/g, '$1*').replace(/\.\*$/, '')
  return fieldsOf(template).get(starred) ?? []
}
