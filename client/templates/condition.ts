import type { Condition } from './format.js'
import { type Form, isGiven, valuesAt } from './form-value.js'

/** What a condition looks at: the form, the object that the asking field stands in, the form answered. */
export type Scope = { readonly form: Form; readonly beside: unknown; readonly request?: Form }

/** Whether a condition is met. What it needs of a request that is not at hand counts as not given. */
export function holds(condition: Condition, scope: Scope): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, scope))
  if ('any' in condition) return condition.any.some((each) => holds(each, scope))
  if ('not' in condition) return !holds(condition.not, scope)
  const values = valuesIn(scope, condition.path)
  if ('given' in condition) return values.some(isGiven) === condition.given
  if ('is' in condition) return values.includes(condition.is)
  if ('only' in condition)
    return values.length > 0 && values.every((value) => isOne(value, condition.only))
  return values.some((value) => isOne(value, condition.in))
}

const isOne = (value: unknown, wanted: readonly string[]): boolean =>
  typeof value === 'string' && wanted.includes(value)

function valuesIn({ form, beside, request }: Scope, path: string): readonly unknown[] {
  if (path.startsWith('request/')) return valuesAt(request, path.slice('request/'.length))
  return path.startsWith('.') ? valuesAt(beside, path.slice(1)) : valuesAt(form, path)
}
