import '../compose/compose.css'
import '../package/package.css'
import './drafts.css'
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { DraftId } from '#crypto/fields/fields.js'
import { ClientError } from '../../core/client-error.js'
import { type ReadDraft, readDraft } from '../../core/drafting/read-draft.js'
import type { Language } from '../../languages/language.js'
import { currentTemplate, currentTemplates, templateOf } from '../../templates/catalogue.js'
import type { Template } from '../../templates/format.js'
import { useSignedIn } from '../api/signed-in.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { useSending } from '../compose/sending/use-sending.js'
import { NotFound } from '../shell/not-found.js'
import { Discard } from './discard.js'
import { PreparedDraft } from './prepared-draft.js'
import { SettleVersions } from './settle-versions.js'
import { WrittenDraft } from './written-draft.js'

const AGAIN_MS = 10_000

/** A draft: gone on with, settled where two wrote at once, or approved and sent. */
export function DraftScreen() {
  const { id } = useParams<{ id: string }>()
  const draft = DraftId.safeParse(id)
  return draft.success ? <Draft key={draft.data} id={draft.data} /> : <NotFound />
}

function Draft({ id }: { readonly id: DraftId }) {
  const { t } = useTranslation('drafts')
  const { session } = useSignedIn()
  const sending = useSending()
  // Once it is sent it is no more; what is shown of it stays until the page is left.
  const isSent = sending.state?.kind === 'done'
  const isLeaving = isSent || sending.state?.kind === 'working'
  const read = useQuery({
    queryKey: ['draft', id],
    queryFn: () => readDraft(session, id),
    // What is being written is not taken away; whoever saves is told of what came meanwhile.
    staleTime: Infinity,
    gcTime: 0,
    // Of what waits for approval each approval is a version.
    refetchInterval: ({ state: { data, error } }) =>
      data?.head.prepared && !isLeaving && !isUnknown(error) ? AGAIN_MS : false,
  })
  const [isGone, setGone] = useState(false)
  if (isGone) {
    return (
      <Page title={t('title')}>
        <p role="status">{t('discarded')}</p>
      </Page>
    )
  }
  const isTaken = !isSent && isUnknown(read.error)
  if (read.data === undefined || isTaken) {
    return (
      <Page title={t('title')}>
        {read.error ? (
          <Problem error={read.error} onRetry={() => void read.refetch()} />
        ) : (
          <Loading />
        )}
      </Page>
    )
  }
  const { head, asides, unreadable } = read.data
  // What does not open keeps nobody from deciding about what is sealed.
  const isToSettle = asides.length > 0 || (unreadable.length > 0 && head.prepared === null)
  return (
    <>
      {isToSettle ? (
        <SettleVersions read={read.data} />
      ) : head.prepared === null ? (
        <Written read={read.data} />
      ) : (
        <PreparedDraft draft={head} sending={sending} />
      )}
      {!isSent && <Discard draft={id} version={head.version} onGone={() => setGone(true)} />}
    </>
  )
}

/** A colleague has sent or discarded it meanwhile. */
const isUnknown = (error: unknown) => error instanceof ClientError && error.code === 'draft-unknown'

function Written({ read: { head } }: { readonly read: ReadDraft }) {
  const { t, i18n } = useTranslation('drafts')
  const language = i18n.language as Language
  const named = head.content.template
  const [chosen, setChosen] = useState<Template | undefined>(
    named === null ? undefined : (templateOf(named.id, named.version) ?? currentTemplate(named.id)),
  )
  // What is on the page stays as it was when its version of the draft was opened.
  const [opened] = useState(head)
  if (chosen) return <WrittenDraft draft={opened} template={chosen} />
  return (
    <Page title={head.content.title}>
      <p className="lead">{t('noTemplate')}</p>
      <NativeSelect
        label={t('chooseTemplate')}
        value=""
        onChange={(event) => setChosen(currentTemplate(event.currentTarget.value))}
      >
        <option value="">–</option>
        {currentTemplates
          .filter(({ id, kind }) => kind !== 'answer' && id !== 'self-test')
          .map(({ id, title }) => (
            <option key={id} value={id}>
              {title[language]}
            </option>
          ))}
      </NativeSelect>
    </Page>
  )
}
