import { checkFields, type Report } from './check-fields.js'
import { checkRule } from './check-rule.js'
import type { Template } from './format.js'
import { type Form, isForm } from './form-value.js'
import type { FormFinding } from './finding.js'

/** What a form is judged with besides itself. */
export type FormContext = {
  /** Now, for dates that are to come. */
  readonly at: Date
  /** The form that an answer answers, where it is at hand. */
  readonly request?: Form
}

/** Nobody reads more; and a hostile form must not make more work than it is. */
export const MAX_FINDINGS = 200

/**
 * Holds a filled form against its template: types, bounds, choices that the law bars, and everything
 * that the instruments demand. Sender and recipient ask the same, each on its own machine.
 *
 * Safe for whatever a stranger wrote: the work is bounded by the template, not by the form, and no
 * member is looked up that is not the form's own. No value of the form appears in a finding.
 *
 * @returns Findings, `must` first; none if all is well.
 */
export function validateForm(
  template: Template,
  form: unknown,
  context: FormContext,
): readonly FormFinding[] {
  const findings: FormFinding[] = []
  const report: Report = (finding) => {
    if (findings.length < MAX_FINDINGS) findings.push({ ...complete, ...finding })
    else if (findings.length === MAX_FINDINGS) {
      findings.push({ ...complete, code: 'more-findings', path: '', severity: 'note' })
    }
  }
  if (!isForm(form)) return [{ ...complete, code: 'not-a-form', path: '' }]
  const around = { form, ...(context.request && { request: context.request }), report }
  const fields = template.sections.flatMap((section) => section.fields)
  if (template.open !== true) checkFields(fields, form, '', around)
  for (const rule of template.rules) checkRule(template, rule, { ...around, at: context.at })
  if (template.superseded === true) report({ code: 'superseded', path: '', severity: 'note' })
  return findings.sort((a, b) => order[a.severity] - order[b.severity])
}

const complete = { severity: 'must', sources: [], data: {} } as const
const order = { must: 0, should: 1, note: 2 } as const
