type Value = string | number | undefined

/** The address of one operation: parameters into the path, query behind it, each encoded. */
export function addressOf(origin: string, path: string, params: unknown, query: unknown): string {
  const values = (params ?? {}) as Readonly<Record<string, Value | readonly string[]>>
  const filled = path.replace(/[:*](\w+)/g, (_match, name: string) =>
    [values[name]].flat().map(segment).join('/'),
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, Value>)) {
    if (value !== undefined) search.set(name, `${value}`)
  }
  return `${origin}${filled}${search.size === 0 ? '' : `?${search.toString()}`}`
}

function segment(value: Value): string {
  const text = `${value ?? ''}`
  // An empty segment, or one of dots, would make another path of it.
  if (/^\.{0,2}$/.test(text)) throw new TypeError('a parameter of a path has a value')
  return encodeURIComponent(text)
}
