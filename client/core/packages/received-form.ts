import { templateOf } from '../../templates/catalogue.js'
import type { FormFinding } from '../../templates/finding.js'
import type { Form } from '../../templates/form-value.js'
import type { Template } from '../../templates/format.js'
import { validateForm } from '../../templates/validate-form.js'
import type { ReadPackage } from './open-package.js'

export type ReceivedForm = {
  /** Undefined when this program does not know template or version: the form is shown as it came, unchecked. */
  readonly template: Template | undefined
  readonly findings: readonly FormFinding[]
}

/**
 * What the recipient finds in a form, by the same rules as the sender, of the version that it was
 * written in and as of the moment at which the relay took it. Findings are warnings here: a request that
 * lacks something is answered with a question, not thrown away.
 *
 * @param request - The form that it answers, where it is at hand.
 */
export function receivedForm(
  { manifest, record }: Pick<ReadPackage, 'manifest' | 'record'>,
  request?: Form,
): ReceivedForm {
  const { id, version } = manifest.template
  const template = templateOf(id, version)
  if (template === undefined) return { template, findings: [] }
  const context = { at: new Date(record.submitted), ...(request && { request }) }
  return { template, findings: validateForm(template, manifest.form, context) }
}
