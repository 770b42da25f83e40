import type { AuthorityId } from '#crypto/fields/fields.js'
import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import { templateOf } from '../../templates/catalogue.js'
import type { FormFinding } from '../../templates/finding.js'
import type { Template } from '../../templates/format.js'
import { preFlight } from '../../templates/pre-flight.js'
import type { PreFlightFinding } from '../../templates/pre-flight/finding.js'
import { validateForm } from '../../templates/validate-form.js'
import { ClientError } from '../client-error.js'
import type { Draft } from './draft.js'
import { deliveredFrom } from './moments-of.js'
import type { Session } from '../session/session.js'

/** What sender and counterpart would say of a draft. */
export type Examination = {
  readonly template: Template
  /** What the instruments, and the template itself, find in the form. */
  readonly form: readonly FormFinding[]
  /** What the entries of the recipients stand against. */
  readonly preFlight: readonly PreFlightFinding[]
}

/**
 * Looks at a draft as its recipients will, before gigabytes are sealed. Says all that there is to say;
 * `composePackage` refuses a draft with a `must` finding.
 *
 * @throws {@link ClientError} `template-unknown`, `authority-unknown`
 */
export async function examineDraft(
  { officer, directory, platform }: Session,
  draft: Draft,
): Promise<Examination> {
  const entryOf = (authority: AuthorityId) => directory.current(authority)
  const form = examineForm(draft, platform.now())
  const [sender, recipients] = await Promise.all([
    entryOf(officer.authority),
    Promise.all(draft.to.map(entryOf)),
  ])
  const at = platform.now()
  return {
    ...form,
    preFlight: recipients.flatMap((recipient) => against(draft, sender, recipient, at)),
  }
}

/** The half of it that needs no entry. @throws {@link ClientError} `template-unknown` */
export function examineForm(
  draft: Pick<Draft, 'template' | 'form' | 'request'>,
  at: Date,
): Pick<Examination, 'template' | 'form'> {
  const { id, version } = draft.template
  const template = templateOf(id, version)
  if (template === undefined) {
    throw new ClientError(
      'template-unknown',
      `there is no template ${id}@${version}`,
      'Name one that “rogatory template list” shows.',
    )
  }
  const request = draft.request === undefined ? {} : { request: draft.request }
  return { template, form: validateForm(template, draft.form, { at, ...request }) }
}

/** The other half, for one recipient. */
export function against(
  draft: Draft,
  sender: VerifiedEntry,
  recipient: VerifiedEntry,
  at: Date,
): readonly PreFlightFinding[] {
  const { id, version } = draft.template
  const examined = {
    template: templateOf(id, version) ?? { id, kind: 'request' as const },
    form: draft.form,
    urgency: draft.urgency ?? 'routine',
    marks: draft.marks ?? { tlp: null, classification: null },
    documents: draft.documents,
  }
  return preFlight(examined, {
    sender: sender.payload,
    recipient: recipient.payload,
    at: deliveredFrom(draft, at),
  })
}
