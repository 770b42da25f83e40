import type { Report } from './check-fields.js'
import { holds, type Scope } from './condition.js'
import type { Field, Rule, Template } from './format.js'
import type { FormFinding } from './finding.js'
import { isGiven, memberOf, type Place, placesAt } from './form-value.js'
import { fieldsOf } from './template-fields.js'

type Context = Omit<Scope, 'beside'> & { readonly at: Date; readonly report: Report }

type Fault = Pick<FormFinding, 'code'> & Partial<Pick<FormFinding, 'data'>>

/** Holds one rule against a form. Where a question is not asked, its rule does not ask either. */
export function checkRule(template: Template, rule: Rule, context: Context): void {
  const [path = ''] = rule.rule === 'one-of' ? rule.paths : [rule.path]
  for (const place of placesAt(context.form, path)) {
    const scope = { ...context, beside: place.beside }
    if (rule.when !== undefined && !holds(rule.when, scope)) continue
    if (!isAsked(fieldsOf(template).get(path) ?? [], place, context)) continue
    checkPlace(rule, place, context)
  }
}

function checkPlace(rule: Rule, place: Place, { at, report }: Context): void {
  const { severity, source } = rule
  const fault = faultOf(rule, place, at)
  if (fault === undefined) return
  report({ data: {}, ...fault, path: place.path, severity, sources: source ? [source] : [] })
}

function faultOf(rule: Rule, { beside, member }: Place, at: Date): Fault | undefined {
  const value = memberOf(beside, member)
  switch (rule.rule) {
    case 'required':
      return isGiven(value) ? undefined : { code: 'required' }
    case 'one-of': {
      const others = rule.paths.map(lastOf)
      const isOneGiven = others.some((name) => isGiven(memberOf(beside, name)))
      return isOneGiven ? undefined : { code: 'one-needed', data: { others: others.join(' ') } }
    }
    case 'affirmed':
      return value === true ? undefined : { code: 'not-affirmed' }
    case 'order': {
      const later = memberOf(beside, rule.notAfter)
      if (!isText(value) || !isText(later) || value <= later) return undefined
      return { code: 'out-of-order', data: { other: rule.notAfter } }
    }
    case 'ahead': {
      if (!isText(value) || value >= at.toISOString().slice(0, 10)) return undefined
      return { code: 'not-ahead' }
    }
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1)

/** Whether the field, and each group it stands in, is asked at this place. */
function isAsked(lineage: readonly Field[], place: Place, context: Context): boolean {
  const own = lineage.at(-1)?.when
  if (own !== undefined && !holds(own, { ...context, beside: place.beside })) return false
  return lineage
    .slice(0, -1)
    .every(({ when }) => when === undefined || holds(when, { ...context, beside: context.form }))
}
