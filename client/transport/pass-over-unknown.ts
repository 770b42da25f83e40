import type { z } from 'zod'

/** One for members, one for what they stood in the way of, and room to spare. */
const ROUNDS = 4

/**
 * Reads what a relay says, which may be of a later version (docs/integration.md, "Versioning"): members that the
 * schema does not know are passed over, wherever they stand, and so are elements of lists whose kind it does not know.
 * Everything else must be as the schema has it.
 *
 * @returns undefined for what is something else.
 */
export function passOverUnknown<S extends z.ZodType>(
  schema: S,
  value: unknown,
): z.output<S> | undefined {
  const strict = schema.safeParse(value)
  if (strict.success) return strict.data
  const known = structuredClone(value)
  for (let round = 0; round < ROUNDS; round++) {
    const { success, data, error } = schema.safeParse(known)
    if (success) return data
    if (!leaveOut(known, error.issues)) return undefined
  }
  return undefined
}

/** Takes out of a value what is merely not known; false where anything else is wrong with it. */
function leaveOut(value: unknown, issues: readonly z.core.$ZodIssue[]): boolean {
  const unknown = new Map<unknown[], Set<number>>()
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      const holder = at(value, issue.path) as object
      for (const name of issue.keys) Reflect.deleteProperty(holder, name)
      continue
    }
    const index = issue.path.at(-2)
    const list = at(value, issue.path.slice(0, -2))
    const isOfOtherKind = isUnknownKind(issue) && typeof at(value, issue.path) === 'string'
    if (!isOfOtherKind || !Array.isArray(list) || typeof index !== 'number') return false
    unknown.set(list, (unknown.get(list) ?? new Set()).add(index))
  }
  for (const [list, gone] of unknown) {
    const left = list.filter((_element, i) => !gone.has(i))
    list.length = 0
    for (const element of left) list.push(element)
  }
  return true
}

/** None of the alternatives is what the member that tells them apart says, such as `kind`. */
const isUnknownKind = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'invalid_union' && issue.discriminator !== undefined && issue.errors.length === 0

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (holder, name) => (holder as Readonly<Record<PropertyKey, unknown>> | undefined)?.[name],
    value,
  )
