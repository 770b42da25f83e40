import { checkValue } from './check-value.js'
import { holds, type Scope } from './condition.js'
import type { Field, Option } from './format.js'
import { isForm, isGiven, memberOf } from './form-value.js'
import type { FormFinding } from './finding.js'

export type Report = (finding: Partial<FormFinding> & Pick<FormFinding, 'code' | 'path'>) => void
type Surroundings = Omit<Scope, 'beside'> & { readonly report: Report }

/** So many members that nobody asked for are named, of each object. */
const MAX_UNKNOWN = 20

/**
 * Checks the members of one object against the fields that ask for them. The template is walked, never
 * the form: what a stranger nested deeper, or named otherwise, is found without being followed.
 */
export function checkFields(
  fields: readonly Field[],
  value: unknown,
  path: string,
  around: Surroundings,
): void {
  if (!isForm(value)) {
    around.report({ code: 'wrong-type', path: path.slice(0, -1) })
    return
  }
  const names = new Set(fields.map(({ name }) => name))
  const unknown = Object.keys(value).filter((name) => !names.has(name))
  for (const name of unknown.slice(0, MAX_UNKNOWN)) {
    around.report({ code: 'unknown-field', path: path + shown(name), data: { name: shown(name) } })
  }
  for (const field of fields) {
    const own = memberOf(value, field.name)
    if (!isGiven(own)) continue
    const at = path + field.name
    if (field.when !== undefined && !holds(field.when, { ...around, beside: value })) {
      around.report({ code: 'not-asked', path: at, severity: 'should' })
    }
    checkField(field, own, at, value, around)
  }
}

function checkField(
  field: Field,
  value: unknown,
  path: string,
  beside: unknown,
  around: Surroundings,
): void {
  const { report } = around
  if (field.repeat === undefined) {
    checkItem(field, value, path, beside, around)
    return
  }
  if (!Array.isArray(value)) {
    report({ code: 'wrong-type', path })
    return
  }
  const { min, max } = field.repeat
  if (value.length > max) report({ code: 'too-many', path, data: { max: String(max) } })
  if (value.length < min) report({ code: 'too-few', path, data: { min: String(min) } })
  const items = value.slice(0, max) as readonly unknown[]
  if (field.type === 'choice' && new Set(items).size < items.length) {
    report({ code: 'option-doubled', path })
  }
  for (const [position, item] of items.entries()) {
    checkItem(field, item, `${path}.${position}`, beside, around)
  }
}

function checkItem(
  field: Field,
  value: unknown,
  path: string,
  beside: unknown,
  around: Surroundings,
): void {
  if (field.type === 'group') {
    checkFields(field.fields, value, `${path}.`, around)
    return
  }
  if (!isGiven(value)) return
  const fault = checkValue(field, value)
  if (fault?.code === 'too-long') {
    around.report({ code: 'too-long', path, data: { max: String(fault.max) } })
  } else if (fault !== undefined) {
    around.report({ code: fault.code, path })
  } else if (field.type === 'choice') {
    const barred = barredOf(field.options, value, { ...around, beside })
    if (barred === undefined) return
    around.report({ code: 'option-barred', path, sources: barred.sources, why: barred.why })
  }
}

function barredOf(options: readonly Option[], value: unknown, scope: Scope): Option['barred'] {
  const barred = options.find((option) => option.value === value)?.barred
  return barred?.when === undefined || holds(barred.when, scope) ? barred : undefined
}

/** A stranger's name of a member, short and plain enough to be printed. */
const shown = (name: string): string => name.slice(0, 60).replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '�')
