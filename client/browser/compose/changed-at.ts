type Form = Readonly<Record<string, unknown>>

/**
 * A copy of a form with another value at one place; lists and objects on the way are copied, everything
 * else is shared. @param path - `offences.0.title`
 */
export function changedAt(form: Form, path: string, value: unknown): Form {
  return changed(form, path.split('.'), value) as Form
}

function changed(at: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value
  if (/^\d+$/.test(name)) {
    const items: unknown[] = Array.isArray(at) ? [...(at as unknown[])] : []
    items[Number(name)] = changed(items[Number(name)], rest, value)
    return items
  }
  const object = typeof at === 'object' && at !== null && !Array.isArray(at) ? (at as Form) : {}
  return { ...object, [name]: changed(object[name], rest, value) }
}
