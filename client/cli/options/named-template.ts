import { ClientError } from '../../core/client-error.js'
import { currentTemplate, templateOf } from '../../templates/catalogue.js'
import type { Template } from '../../templates/format.js'

/** The template that a person names: `refusal`, or `mla-request@1` for one version. */
export function namedTemplate(name: string): Template {
  const [id = '', version] = name.split('@')
  const found = version === undefined ? currentTemplate(id) : templateOf(id, Number(version))
  if (found !== undefined) return found
  throw new ClientError(
    'template-unknown',
    `there is no template ${name}`,
    'Name one that “rogatory template list” shows.',
  )
}
