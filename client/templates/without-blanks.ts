import { isGiven } from './form-value.js'

/** A form without what was left blank: what is sealed says what was filled in, and nothing else. */
export function withoutBlanks(form: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(form)
      .filter(([, value]) => isGiven(value))
      .map(([name, value]) => [name, filled(value)]),
  )
}

function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => isGiven(item)).map(filled)
  if (typeof value !== 'object' || value === null) return value
  return withoutBlanks(value as Readonly<Record<string, unknown>>)
}
