import './case.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Language } from '../../languages/language.js'
import { useAuthorityName } from '../api/use-directory.js'
import { DataTable } from '../components/data-table.js'
import { Moment } from '../components/moment.js'
import { Empty, Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { useListed } from '../components/use-listed.js'
import { CutNote } from '../inbox/cut-note.js'
import { ShowOlder } from '../inbox/show-older.js'
import { useMailbox } from '../inbox/use-mailbox.js'
import { CaseStateMark } from './case-state-mark.js'
import { actName } from './case-words.js'
import { groupByCase } from './group-by-case.js'
import { Subject } from './subject.js'
import { useCase } from './use-case.js'

/** So many more are read at a time: the state of each rests on all its packages, opened and verified. */
const AT_ONCE = 15

/** The cases of the authority, the one with the newest package first. */
export function CasesScreen() {
  const { t } = useTranslation('cases')
  const list = useListed()
  const [, go] = useLocation()
  const mailbox = useMailbox()
  const nameOf = useAuthorityName()
  const [most, setMost] = useState(AT_ONCE)
  const cases = groupByCase(mailbox.data?.rows ?? [])
  return (
    <Page title={t('title')} actions={<Link href="/cases/clocks">{t('toClockRules')}</Link>}>
      {mailbox.isPending && <Loading />}
      {mailbox.error && <Problem error={mailbox.error} onRetry={() => void mailbox.refetch()} />}
      {mailbox.data && <CutNote mailbox={mailbox.data} />}
      {mailbox.data && cases.length === 0 && <Empty title={t('none')} />}
      {cases.length > 0 && (
        <DataTable
          caption={t('title')}
          rows={cases.slice(0, most)}
          keyOf={(row) => row.case}
          onOpen={(row) => go(`/cases/${row.case}`)}
          columns={[
            {
              id: 'case',
              title: t('case'),
              isRowHeader: true,
              cell: (row) => <Named id={row.case} />,
            },
            {
              id: 'with',
              title: t('counterpart'),
              cell: ({ others }) => list(others.map(nameOf)),
            },
            { id: 'state', title: t('state'), cell: (row) => <States id={row.case} /> },
            { id: 'packages', title: t('packages'), cell: ({ packages }) => packages },
            { id: 'newest', title: t('newest'), cell: ({ newest }) => <Moment at={newest} /> },
          ]}
        />
      )}
      {mailbox.data && (
        <ShowOlder
          has={cases.length > most || mailbox.data.isCut}
          isComing={mailbox.isComing}
          onAsk={() => {
            setMost(most + AT_ONCE)
            if (cases.length <= most + AT_ONCE && mailbox.data?.isCut) mailbox.askOlder()
          }}
          listed={t('listedNow', { number: Math.min(most, cases.length) })}
        />
      )}
    </Page>
  )
}

function Named({ id }: { readonly id: string }) {
  const { t, i18n } = useTranslation('cases')
  const { data } = useCase(id)
  const request = data?.view.requests[0]
  const form = request && data.packages.get(request.package)?.manifest.form
  return (
    <span>
      <Link href={`/cases/${id}`}>
        {request === undefined
          ? t('caseTitle')
          : actName(request.opening, i18n.language as Language)}
      </Link>
      <br />
      <Subject form={form} />
      <bdi className="mono quiet">{id.slice(-12)}</bdi>
    </span>
  )
}

function States({ id }: { readonly id: string }) {
  const { t } = useTranslation('cases')
  const { data, error } = useCase(id)
  if (error) return <span className="mark mark-bad">✗ {t('unreadable')}</span>
  if (data === undefined) return <span className="quiet">…</span>
  const states = new Set(
    data.view.requests.flatMap(({ threads }) => threads.map((one) => one.state)),
  )
  return [...states].map((state) => <CaseStateMark key={state} state={state} />)
}
