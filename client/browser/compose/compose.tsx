import './compose.css'
import { Button, Group, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { AuthorityId } from '#crypto/fields/fields.js'
import type { Draft } from '../../core/draft.js'
import type { Language } from '../../languages/language.js'
import type { Template } from '../../templates/format.js'
import { memberOf } from '../../templates/form-value.js'
import { withoutBlanks } from '../../templates/without-blanks.js'
import { useSignedIn } from '../api/signed-in.js'
import { nameIn, useDirectory } from '../api/use-directory.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { exampleDraft } from '../welcome/example-draft.js'
import { DocumentsField } from './documents-field.js'
import { EntryBeside } from './entry-beside.js'
import { Envelope } from './envelope.js'
import { TemplateField } from './fields/template-field.js'
import { PreviewDraft } from './preview-draft.js'
import { SendingState } from './sending-state.js'
import { useSending } from './sending/use-sending.js'
import { useDraft } from './use-draft.js'
import { useFindings } from './use-findings.js'
import { useLeaveWarning } from './use-leave-warning.js'
import { WhatIsMissing } from './what-is-missing.js'

type ComposeProps = {
  readonly template: Template
  /** What the case says of an answer: to whom, in which case, to what; judged anew before it is sealed. */
  readonly answer?: { readonly plan: Draft; readonly judge: () => Promise<Draft> }
}

/** A form made of its template, with what the counterpart wants beside it. */
export function Compose({ template, answer }: ComposeProps) {
  const { t, i18n } = useTranslation('compose')
  const { session, identity } = useSignedIn()
  const directory = useDirectory()
  const plan = answer?.plan
  const handle = useDraft(template, plan)
  const [isPreview, setPreview] = useState(false)
  const [isTried, setTried] = useState(false)
  const sending = useSending()
  const { draft } = handle
  const entries = directory.data?.entries.map(({ payload }) => payload) ?? []
  const recipient = entries.find(({ authority }) => authority === draft.to)
  const sender = entries.find(({ authority }) => authority === session.officer.authority)
  const findings = useFindings(template, draft, { sender, recipient, request: plan?.request })
  const isDone = sending.state?.kind === 'done'
  useLeaveWarning(!isDone)

  const judging = useMutation({ mutationFn: async () => answer?.judge() })

  const hasExample = identity.isExample && template.id === 'mla-request'
  const fillExample = () => {
    const other = entries.find(
      ({ kind, authority }) => kind === 'authority' && authority !== session.officer.authority,
    )
    handle.change({ form: exampleDraft, ...(other && { to: other.authority }) })
  }
  const title = template.title[i18n.language as Language]
  if (directory.data === undefined) {
    return (
      <Page title={title}>
        {directory.error ? (
          <Problem error={directory.error} onRetry={() => void directory.refetch()} />
        ) : (
          <Loading />
        )}
      </Page>
    )
  }
  const isBlocked = findings.some(({ severity }) => severity === 'must')
  const to = plan === undefined ? [draft.to] : [...plan.to, ...redirectedTo(template, draft.form)]
  const send = async () => {
    // The case may have moved on while this was written.
    if (answer && (await judging.mutateAsync().catch(() => undefined)) === undefined) return
    sending.seal({
      to: [...new Set(to)],
      template: { id: template.id, version: template.version },
      form: withoutBlanks(draft.form),
      urgency: draft.urgency,
      marks: draft.marks,
      files: draft.files,
      ...(plan?.case && { case: plan.case }),
      ...(plan?.request && { request: plan.request }),
      ...(plan?.inReplyTo && { inReplyTo: plan.inReplyTo }),
    })
  }
  if (isPreview) {
    return (
      <Page title={`${t('previewTitle')}: ${title}`}>
        {!isDone && <p className="lead">{t('previewLead')}</p>}
        <PreviewDraft template={template} draft={draft} recipient={recipient} />
        <SendingState sending={sending} />
        {judging.error && <Problem error={judging.error} />}
        {!isDone && sending.state?.kind !== 'working' && (
          <Group mt="lg">
            <Button data-action="send" disabled={judging.isPending} onClick={() => void send()}>
              {t('send')}
            </Button>
            <Button variant="default" onClick={() => setPreview(false)}>
              {t('backToForm')}
            </Button>
          </Group>
        )}
        {isDone && plan?.case === undefined && <Link href="/compose">{t('another')}</Link>}
        {isDone && plan?.case && <Link href={`/cases/${plan.case}`}>{t('toCase')}</Link>}
      </Page>
    )
  }
  const errors = new Map(
    isTried
      ? findings.filter(({ severity }) => severity === 'must').map((one) => [one.path, one.text])
      : [],
  )
  return (
    <Page
      title={title}
      actions={
        <Group>
          {hasExample && (
            <Button variant="default" size="xs" data-action="fill-example" onClick={fillExample}>
              {t('fillExample')}
            </Button>
          )}
          {plan?.case === undefined ? (
            <Link href="/compose">{t('change')}</Link>
          ) : (
            <Link href={`/cases/${plan.case}`}>{t('toCase')}</Link>
          )}
        </Group>
      }
    >
      <div className="compose-columns">
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            setTried(true)
            if (isBlocked) document.getElementById('missing')?.scrollIntoView({ block: 'center' })
            else setPreview(true)
          }}
        >
          <Envelope
            handle={handle}
            isFixed={plan !== undefined}
            entries={entries
              .filter(({ kind, authority }) =>
                plan === undefined
                  ? kind === 'authority' && authority !== session.officer.authority
                  : to.includes(authority),
              )
              .map(({ authority, names }) => ({ authority, name: nameIn(names) }))}
            error={errors.get('recipient')}
          />
          {template.sections.map((section) => (
            <section key={section.id} className="form-section">
              <Title order={2}>{section.title[i18n.language as Language]}</Title>
              <div className="fields">
                {section.fields.map((field) => (
                  <div key={field.name} className={`field-${field.width ?? 'full'}`}>
                    <TemplateField
                      field={field}
                      path={field.name}
                      value={memberOf(draft.form, field.name)}
                      beside={draft.form}
                      form={draft.form}
                      errors={errors}
                      onFill={handle.fill}
                    />
                  </div>
                ))}
              </div>
            </section>
          ))}
          <DocumentsField files={draft.files} onChange={(files) => handle.change({ files })} />
          <Group mt="lg">
            <Button type="submit">{t('preview')}</Button>
          </Group>
        </form>
        <aside aria-label={t('missing')} className="beside">
          <WhatIsMissing findings={findings} />
          {recipient ? (
            <EntryBeside entry={recipient} />
          ) : (
            <p className="quiet">{t('chooseFirst')}</p>
          )}
        </aside>
      </div>
    </Page>
  )
}

/** Who passes a request on sends the same word to whom it is passed on. */
function redirectedTo(
  { id }: Template,
  form: Readonly<Record<string, unknown>>,
): readonly AuthorityId[] {
  const named = id === 'redirection' ? AuthorityId.safeParse(form['authority']).data : undefined
  return named === undefined ? [] : [named]
}
