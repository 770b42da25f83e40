/** A value of a form: JSON that a stranger may have written. */
export type Form = Readonly<Record<string, unknown>>

/** No list of a form is longer than a template may allow, so nothing beyond is looked at. */
export const MAX_ITEMS = 1000

export const isForm = (value: unknown): value is Form =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A member that is the form's own: never one that every object inherits. */
export const memberOf = (value: unknown, name: string): unknown =>
  isForm(value) && Object.hasOwn(value, name) ? value[name] : undefined

/** Deeper than any template nests; beyond, a value counts as given and its type decides. */
const MAX_DEPTH = 32

/** Whether anything was filled in. A `false` is an answer; a blank text or an empty list is none. */
export function isGiven(value: unknown, depth = 0): boolean {
  if (value === undefined || value === null) return false
  if (typeof value === 'string') return value.trim() !== ''
  if (typeof value !== 'object' || depth > MAX_DEPTH) return true
  const inner = Array.isArray(value) ? value : Object.values(value)
  return inner.slice(0, MAX_ITEMS).some((each) => isGiven(each, depth + 1))
}

/** A member of a form with the object it stands in. */
export type Place = { readonly path: string; readonly member: string; readonly beside: unknown }

/**
 * Every place that a path with `*` stands for. A group that is missing has the place nevertheless: what
 * is demanded inside it is missing as well. A list that is missing has none.
 */
export function placesAt(form: unknown, path: string): readonly Place[] {
  const names = path.split('.')
  const member = names.pop() ?? ''
  let found: { readonly path: string; readonly value: unknown }[] = [{ path: '', value: form }]
  for (const name of names) {
    found = found
      .flatMap(({ path: before, value }) =>
        name === '*'
          ? itemsOf(value).map((item, position) => ({ path: `${before}${position}.`, value: item }))
          : [{ path: `${before}${name}.`, value: memberOf(value, name) }],
      )
      .slice(0, MAX_ITEMS)
  }
  return found.map(({ path: before, value }) => ({ path: before + member, member, beside: value }))
}

/** The values that a path stands for, without those that are not given. */
export function valuesAt(form: unknown, path: string): readonly unknown[] {
  return placesAt(form, path)
    .flatMap(({ member, beside }) =>
      member === '*' ? itemsOf(beside) : [memberOf(beside, member)].flat(),
    )
    .filter((value) => isGiven(value))
}

const itemsOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.slice(0, MAX_ITEMS) : []
