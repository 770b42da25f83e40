import './compose.css'
import { Button, Group, Title } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { DraftContent } from '#crypto/drafts/draft-version.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import type { Draft } from '../../core/packages/draft.js'
import type { Language } from '../../languages/language.js'
import type { Template } from '../../templates/format.js'
import { memberOf } from '../../templates/form-value.js'
import { useSignedIn } from '../api/signed-in.js'
import { nameIn, useDirectory } from '../api/use-directory.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { useLeaveWarning } from '../leaving/place.js'
import { exampleDraft } from '../welcome/example-draft.js'
import { carried } from './carried.js'
import { DocumentsField } from './documents-field.js'
import { EntryBeside } from './entry-beside.js'
import { Envelope } from './envelope.js'
import { TemplateField } from './fields/template-field.js'
import { KeepDraft } from './keep-draft.js'
import { PreviewPage } from './preview-page.js'
import { sectionId, SectionLinks } from './section-links.js'
import { TranslationsField } from './translations-field.js'
import { useDispatch } from './use-dispatch.js'
import { useDraft } from './use-draft.js'
import { useFindings } from './use-findings.js'
import { type DraftPlace, useKeeping } from './use-keeping.js'
import { WhatIsMissing } from './what-is-missing.js'

type ComposeProps = {
  readonly template: Template
  /** What the case says of an answer: to whom, in which case, to what; judged anew before it is sealed. */
  readonly answer?: { readonly plan: Draft; readonly judge: () => Promise<Draft> } | undefined
  /** A draft that is gone on with. */
  readonly saved?: { readonly place: DraftPlace; readonly content: DraftContent }
  /** What is to be read before anything is written. */
  readonly notice?: ReactNode
}

/** A form made of its template, with what the counterpart wants beside it. */
export function Compose({ template, answer, saved, notice }: ComposeProps) {
  const { t, i18n } = useTranslation('compose')
  const { session, identity } = useSignedIn()
  const directory = useDirectory()
  const plan = answer?.plan
  const title = template.title[i18n.language as Language]
  const [along] = useState(() => (saved === undefined ? carried.of(session) : undefined))
  const handle = useDraft(template, { title, plan, content: saved?.content, along })
  const [isPreview, setPreview] = useState(false)
  const [isTried, setTried] = useState(false)
  const { draft } = handle
  const entries = directory.data?.entries.map(({ payload }) => payload) ?? []
  const recipient = entries.find(({ authority }) => authority === draft.to)
  const sender = entries.find(({ authority }) => authority === session.officer.authority)
  const findings = useFindings(template, draft, { sender, recipient, request: plan?.request })
  const keeping = useKeeping(saved?.place)
  const to =
    plan === undefined
      ? [draft.to, ...draft.also].filter((authority) => authority !== '')
      : [...plan.to, ...redirectedTo(template, draft.form)]
  const dispatch = useDispatch({
    template,
    draft,
    plan,
    keeping,
    judge: answer?.judge,
    to: [...new Set(to)],
    before: saved?.content,
    needed: sender?.policy.approvals ?? 0,
  })
  const [kept, setKept] = useState(draft)
  const isWorking = dispatch.sending.state?.kind === 'working'
  // What is sealed waits in its own place, and is gone on with from there.
  const isKept = dispatch.isDone || dispatch.sending.left !== undefined
  useLeaveWarning((draft !== kept || isWorking) && !isKept)
  const save = async () => {
    if ((await dispatch.save()) !== undefined) setKept(draft)
  }
  useEffect(() => {
    if (dispatch.isDone) carried.leave(session)
  }, [dispatch.isDone, session])

  const hasExample = identity.isExample && template.id === 'mla-request'
  const fillExample = () => {
    const other = entries.find(
      ({ kind, authority }) => kind === 'authority' && authority !== session.officer.authority,
    )
    handle.change({ form: exampleDraft, ...(other && { to: other.authority }) })
  }
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
  if (isPreview) {
    return (
      <PreviewPage
        title={title}
        dispatch={dispatch}
        caseId={plan?.case}
        confirms={along?.confirms}
        onBack={() => setPreview(false)}
        shown={{ template, draft, recipient }}
      />
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
              {t('fillExample', { ns: 'welcome' })}
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
      {notice}
      <div className="compose-columns">
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            setTried(true)
            if (!isBlocked) setPreview(true)
            else {
              const missing = document.getElementById('missing')
              missing?.scrollIntoView({ block: 'center' })
              // Read out with how many there are; each line below leads to its field.
              missing?.focus({ preventScroll: true })
            }
          }}
        >
          <Envelope
            handle={handle}
            isFixed={plan !== undefined}
            isTimed={template.kind !== 'answer'}
            also={plan === undefined ? draft.also : []}
            entries={entries
              .filter(({ kind, authority }) =>
                plan === undefined
                  ? kind === 'authority' && authority !== session.officer.authority
                  : to.includes(authority),
              )
              .map(({ authority, names }) => ({ authority, name: nameIn(names) }))}
            errors={errors}
          />
          {template.sections.map((section) => (
            <section key={section.id} className="form-section">
              <Title order={2} id={sectionId(section.id)} tabIndex={-1}>
                {section.title[i18n.language as Language]}
              </Title>
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
          <DocumentsField
            files={draft.files}
            named={draft.named}
            onChange={(files, named) => handle.change({ files, named })}
          />
          <TranslationsField handle={handle} />
          <Group mt="lg">
            <Button type="submit">{t('preview')}</Button>
          </Group>
          <KeepDraft handle={handle} keeping={keeping} onSave={() => void save()} />
        </form>
        <aside aria-label={t('missing')} className="beside">
          <SectionLinks sections={template.sections} />
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
