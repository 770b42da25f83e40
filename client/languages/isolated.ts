/**
 * A name or number keeps its own direction, whatever stands around it: its place is isolated (UAX #9
 * §2.4). Languages from left to right need that only for names from right to left, which are rare.
 */
export function isolated<T>(texts: T): T {
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(/\{\w+\}/g, '\u2068$&\u2069')
    const entries = Object.entries(value as Readonly<Record<string, unknown>>)
    return Object.fromEntries(entries.map(([key, inner]) => [key, walk(inner)]))
  }
  return walk(texts) as T
}
