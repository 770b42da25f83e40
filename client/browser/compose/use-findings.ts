import { useTranslation } from 'react-i18next'
import type { DirectoryEntry } from '#crypto/directory/entry.js'
import { deliveredFrom, isDeliverable } from '../../core/packages/moments-of.js'
import type { Language } from '../../languages/language.js'
import type { Severity, Template } from '../../templates/format.js'
import { preFlight } from '../../templates/pre-flight.js'
import { sayFinding } from '../../templates/say-finding.js'
import { sayPreFlight } from '../../templates/say-pre-flight.js'
import { validateForm } from '../../templates/validate-form.js'
import { withoutBlanks } from '../../templates/without-blanks.js'
import { mediaTypeOf } from '../platform/file-document.js'
import { useContradictedFiles } from './use-contradicted-files.js'
import { fieldId } from './fields/field-props.js'
import type { DraftState, Form } from './use-draft.js'
import { writtenMoments } from './written-moments.js'
import { useListed } from '../components/use-listed.js'

export type Finding = {
  readonly severity: Severity
  readonly text: string
  /** The id of the field it is about. */
  readonly field: string | undefined
  readonly path: string
}

type Sides = {
  readonly sender: DirectoryEntry | undefined
  readonly recipient: DirectoryEntry | undefined
  /** The form that this one answers. */
  readonly request: Form | undefined
}

/** What instruments demand of the form, and the counterpart's entry of the package, while it is written. */
export function useFindings(
  template: Template,
  { form, to, urgency, marks, files, named, ...draft }: DraftState,
  { sender, recipient, request }: Sides,
): readonly Finding[] {
  const { t, i18n } = useTranslation('compose')
  const list = useListed()
  const { t: drafts } = useTranslation('drafts')
  const language = i18n.language as Language
  const at = new Date()
  const moments = writtenMoments(draft)
  const filled = withoutBlanks(form)
  const inForm = validateForm(template, filled, { at, ...(request && { request }) }).map(
    (finding) => ({
      severity: finding.severity,
      text: sayFinding(finding, template, language),
      field: finding.path === '' ? undefined : fieldId(finding.path),
      path: finding.path,
    }),
  )
  const documents = [
    ...named,
    ...files.map((file) => ({
      name: file.name,
      mediaType: mediaTypeOf(file),
      length: file.size,
    })),
  ]
  const before =
    sender && recipient
      ? preFlight(
          { template, form: filled, urgency, marks, documents },
          {
            sender,
            recipient,
            at: deliveredFrom(moments, at),
          },
        )
      : []
  const ofSides = before.map((finding) => ({
    severity: finding.severity,
    text: sayPreFlight(finding, language),
    field: undefined,
    path: '',
  }))
  const nobody: readonly Finding[] =
    to === ''
      ? [{ severity: 'must', text: t('needRecipient'), field: 'recipient', path: 'recipient' }]
      : []
  const untimely: readonly Finding[] = isDeliverable(moments, at)
    ? []
    : [{ severity: 'must', text: t('expiresTooEarly'), field: 'expires', path: 'expires' }]
  const names = list(named.map(({ name }) => name))
  const others = useContradictedFiles(files).map((name) => ({
    severity: 'must' as const,
    text: t('contradictedFile', { name }),
    field: 'documents-input',
    path: 'documents',
  }))
  const absent: readonly Finding[] =
    named.length === 0
      ? []
      : [
          {
            severity: 'must',
            text: drafts('needDocuments', { names }),
            field: 'documents-input',
            path: 'documents',
          },
        ]
  return [...nobody, ...untimely, ...inForm, ...ofSides, ...absent, ...others]
}
