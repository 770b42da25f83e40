import './drafts.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { type ListedDraft, listDrafts } from '../../core/drafting/list-drafts.js'
import type { Language } from '../../languages/language.js'
import { templateOf } from '../../templates/catalogue.js'
import { useSignedIn } from '../api/signed-in.js'
import { useAuthorityName, useDirectory } from '../api/use-directory.js'
import { DataTable } from '../components/data-table.js'
import { Moment } from '../components/moment.js'
import { Empty, Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { useListed } from '../components/use-listed.js'

/** The relay tells live of a colleague's saving, and tells nobody twice: it is looked for every so often, too. */
const AGAIN_MS = 30_000

/** What the authority is writing, what waits for approval, and what can be sent. */
export function DraftsScreen() {
  const { t, i18n } = useTranslation('drafts')
  const list = useListed()
  const { session } = useSignedIn()
  const [, go] = useLocation()
  const nameOf = useAuthorityName()
  const drafts = useQuery({
    queryKey: ['drafts'],
    queryFn: () => listDrafts(session),
    refetchInterval: AGAIN_MS,
    staleTime: 0,
  })
  return (
    <Page title={t('title')}>
      <p className="lead">{t('lead')}</p>
      {drafts.isPending && <Loading />}
      {drafts.error && <Problem error={drafts.error} onRetry={() => void drafts.refetch()} />}
      {drafts.data?.length === 0 && (
        <Empty title={t('none')}>
          <p>{t('noneMeaning')}</p>
          <Link href="/compose">{t('compose', { ns: 'common' })}</Link>
        </Empty>
      )}
      {drafts.data && drafts.data.length > 0 && (
        <DataTable
          caption={t('title')}
          rows={drafts.data}
          keyOf={({ draft }) => draft}
          onOpen={({ draft }) => go(`/drafts/${draft}`)}
          columns={[
            {
              id: 'name',
              title: t('name'),
              isRowHeader: true,
              cell: ({ draft, head }) => (
                <span>
                  <Link href={`/drafts/${draft}`}>
                    <bdi>{head?.content.title ?? draft}</bdi>
                  </Link>
                  <br />
                  <span className="quiet">{kindOf(head, i18n.language as Language)}</span>
                </span>
              ),
            },
            {
              id: 'to',
              title: t('to'),
              cell: ({ head }) =>
                head === undefined || head.content.to.length === 0 ? (
                  <span className="quiet">{t('nobody')}</span>
                ) : (
                  list(head.content.to.map(nameOf))
                ),
            },
            {
              id: 'changed',
              title: t('changed'),
              cell: ({ changed, head }) => (
                <span>
                  {changed !== '' && <Moment at={changed} />}
                  <br />
                  <bdi className="quiet">{head?.officer.name}</bdi>
                </span>
              ),
            },
            { id: 'state', title: t('state'), cell: (row) => <DraftState row={row} /> },
          ]}
        />
      )}
    </Page>
  )
}

function DraftState({ row: { head, asides } }: { readonly row: ListedDraft }) {
  const { t } = useTranslation('drafts')
  const { session } = useSignedIn()
  const { data } = useDirectory()
  const own = data?.entries.find(({ payload }) => payload.authority === session.officer.authority)
  const needed = own?.payload.policy.approvals ?? 0
  if (head === undefined) return <span className="mark mark-bad">✗ {t('stateUnreadable')}</span>
  if (asides > 0) return <span className="mark mark-urgent">⚠ {t('stateConflict')}</span>
  if (head.act === 'returned') return <span className="mark mark-open">↩ {t('stateReturned')}</span>
  if (head.prepared === null) return <span className="quiet">{t('stateWritten')}</span>
  const valid = head.prepared.approvals.length
  return valid >= needed ? (
    <span className="mark mark-good">✓ {t('stateReady')}</span>
  ) : (
    <span className="mark mark-open">◔ {t('stateWaiting', { valid, needed })}</span>
  )
}

function kindOf(head: ListedDraft['head'], language: Language): string {
  const template = head?.content.template
  if (!template) return ''
  return (
    templateOf(template.id, template.version)?.title[language] ??
    `${template.id}@${template.version}`
  )
}
