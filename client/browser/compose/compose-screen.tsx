import './compose.css'
import { Button, Group, NativeSelect, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { Urgency } from '#crypto/package/header.js'
import { Tlp } from '#crypto/package/manifest.js'
import type { Language } from '../../languages/language.js'
import { currentTemplate } from '../../templates/catalogue.js'
import type { Template } from '../../templates/format.js'
import { memberOf } from '../../templates/form-value.js'
import { withoutBlanks } from '../../templates/without-blanks.js'
import { useSignedIn } from '../api/signed-in.js'
import { nameIn, useDirectory } from '../api/use-directory.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { NotFound } from '../shell/not-found.js'
import { exampleDraft } from '../welcome/example-draft.js'
import { DocumentsField } from './documents-field.js'
import { EntryBeside } from './entry-beside.js'
import { TemplateField } from './fields/template-field.js'
import { PreviewDraft } from './preview-draft.js'
import { SendingState } from './sending-state.js'
import { useSending } from './sending/use-sending.js'
import { type DraftHandle, useDraft } from './use-draft.js'
import { useFindings } from './use-findings.js'
import { useLeaveWarning } from './use-leave-warning.js'
import { WhatIsMissing } from './what-is-missing.js'

/** A form made of its template, with what the counterpart wants beside it. */
export function ComposeScreen() {
  const { template: id } = useParams<{ template: string }>()
  const template = currentTemplate(id)
  return template === undefined ? <NotFound /> : <Compose key={id} template={template} />
}

function Compose({ template }: { readonly template: Template }) {
  const { t, i18n } = useTranslation('compose')
  const { session, identity } = useSignedIn()
  const directory = useDirectory()
  const handle = useDraft(template)
  const [isPreview, setPreview] = useState(false)
  const [isTried, setTried] = useState(false)
  const sending = useSending()
  const { draft } = handle
  const entries = directory.data?.entries.map(({ payload }) => payload) ?? []
  const recipient = entries.find(({ authority }) => authority === draft.to)
  const sender = entries.find(({ authority }) => authority === session.officer.authority)
  const findings = useFindings(template, draft, { sender, recipient })
  const isDone = sending.state?.kind === 'done'
  useLeaveWarning(!isDone)

  const hasExample = identity.isExample && template.id === 'mla-request'
  const fillExample = () => {
    const other = entries.find(
      ({ kind, authority }) => kind === 'authority' && authority !== session.officer.authority,
    )
    handle.change({ form: exampleDraft, ...(other && { to: other.authority }) })
  }
  const title = template.title[i18n.language as Language]
  if (directory.isPending) return <Loading />
  if (directory.error)
    return <Problem error={directory.error} onRetry={() => void directory.refetch()} />
  const isBlocked = findings.some(({ severity }) => severity === 'must')
  const send = () =>
    sending.seal({
      to: [draft.to],
      template: { id: template.id, version: template.version },
      form: withoutBlanks(draft.form),
      urgency: draft.urgency,
      marks: draft.marks,
      files: draft.files,
    })
  if (isPreview) {
    return (
      <Page title={`${t('previewTitle')}: ${title}`}>
        {!isDone && <p className="lead">{t('previewLead')}</p>}
        <PreviewDraft template={template} draft={draft} recipient={recipient} />
        <SendingState sending={sending} />
        {!isDone && sending.state?.kind !== 'working' && (
          <Group mt="lg">
            <Button data-action="send" onClick={send}>
              {t('send')}
            </Button>
            <Button variant="default" onClick={() => setPreview(false)}>
              {t('backToForm')}
            </Button>
          </Group>
        )}
        {isDone && <Link href="/compose">{t('another')}</Link>}
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
          <Link href="/compose">{t('change')}</Link>
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
            entries={entries
              .filter(
                ({ kind, authority }) =>
                  kind === 'authority' && authority !== session.officer.authority,
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

type EnvelopeProps = {
  readonly handle: DraftHandle
  readonly entries: readonly { readonly authority: string; readonly name: string }[]
  readonly error: string | undefined
}

/** To whom, how urgent, how marked: what stands on the outside. */
function Envelope({ handle: { draft, change }, entries, error }: EnvelopeProps) {
  const { t } = useTranslation('compose')
  const { t: report } = useTranslation('report')
  const { marks } = draft
  return (
    <section className="form-section">
      <div className="fields">
        <div className="field-full">
          <NativeSelect
            id="recipient"
            label={t('recipient')}
            description={t('recipientHint')}
            error={error}
            value={draft.to}
            onChange={(event) => change({ to: event.currentTarget.value })}
          >
            <option value="">{t('chooseRecipient')}</option>
            {entries.map(({ authority, name }) => (
              <option key={authority} value={authority}>
                {`${name} (${authority})`}
              </option>
            ))}
          </NativeSelect>
        </div>
        <div className="field-third">
          <NativeSelect
            label={t('urgency')}
            value={draft.urgency}
            onChange={(event) => change({ urgency: Urgency.parse(event.currentTarget.value) })}
          >
            {Urgency.options.map((one) => (
              <option key={one} value={one}>
                {report(`urgencies.${one}`)}
              </option>
            ))}
          </NativeSelect>
        </div>
        <div className="field-third">
          <NativeSelect
            label={t('tlp')}
            value={marks.tlp ?? ''}
            onChange={(event) =>
              change({
                marks: { ...marks, tlp: Tlp.safeParse(event.currentTarget.value).data ?? null },
              })
            }
          >
            <option value="">{t('noTlp')}</option>
            {Tlp.options.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </NativeSelect>
        </div>
        <div className="field-third">
          <TextInput
            label={t('classification')}
            maxLength={80}
            value={marks.classification ?? ''}
            onChange={(event) =>
              change({ marks: { ...marks, classification: event.currentTarget.value || null } })
            }
          />
        </div>
      </div>
    </section>
  )
}
