import './inbox.css'
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useAuthorityName } from '../api/use-directory.js'
import { type Column, DataTable } from '../components/data-table.js'
import { Empty, Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { Guide } from '../welcome/guide.js'
import { CutNote } from './cut-note.js'
import { filterRows, isUnread, NO_FILTER, type View } from './filter-rows.js'
import { Filters } from './filters.js'
import { Forged } from './forged.js'
import { ShowOlder } from './show-older.js'
import { useColumns } from './use-columns.js'
import { type Row, useMailbox } from './use-mailbox.js'

const EMPTY = {
  received: 'emptyReceived',
  sent: 'emptySent',
  forUs: 'emptyForUs',
  forThem: 'emptyForThem',
} as const satisfies Record<View, string>

/** The packages of the authority. */
export function Inbox() {
  const { t } = useTranslation('inbox')
  const [, go] = useLocation()
  const mailbox = useMailbox()
  const nameOf = useAuthorityName()
  const [filter, setFilter] = useState(NO_FILTER)
  const isSentView = filter.view === 'sent' || filter.view === 'forThem'
  const columns: readonly Column<Row>[] = useColumns(isSentView, nameOf)

  const rows = filterRows(mailbox.data?.rows ?? [], filter, nameOf)
  const isFiltered = filter.unread || filter.urgent || filter.state !== '' || filter.words !== ''
  return (
    <Page
      title={t('title')}
      actions={
        <Group>
          <Link href="/search" data-action="to-search">
            {t('toSearch')}
          </Link>
          <Button size="sm" onClick={() => go('/compose')}>
            {t('compose', { ns: 'common' })}
          </Button>
        </Group>
      }
    >
      {mailbox.data && <Forged rows={mailbox.data.forged} />}
      <Guide />
      <Filters filter={filter} onChange={setFilter} rows={mailbox.data?.rows ?? []} />
      {mailbox.isPending && <Loading />}
      {mailbox.error && <Problem error={mailbox.error} onRetry={() => void mailbox.refetch()} />}
      {mailbox.data && rows.length === 0 && (
        <Empty title={t(isFiltered ? 'emptyFiltered' : EMPTY[filter.view])}>
          {isFiltered && (
            <Group mt="sm">
              <Button
                variant="default"
                size="xs"
                onClick={() => setFilter({ ...NO_FILTER, view: filter.view })}
              >
                {t('clearFilters')}
              </Button>
              <Link href="/search">{t('toSearch')}</Link>
            </Group>
          )}
        </Empty>
      )}
      {mailbox.data && <CutNote mailbox={mailbox.data} />}
      {rows.length > 0 && (
        <>
          <DataTable
            caption={`${t('title')}: ${t(filter.view)}`}
            columns={columns}
            rows={rows}
            keyOf={(row) => `${row.box}/${row.package}`}
            onOpen={(row) => go(`/packages/${row.package}`)}
            classOf={(row) => (isUnread(row) ? 'strong' : undefined)}
          />
          <p className="inbox-foot quiet">
            <span role="status">{t('shown', { count: rows.length })}</span>
            <span>{t('keys')}</span>
          </p>
        </>
      )}
      {mailbox.data && (
        <ShowOlder
          has={mailbox.data.isCut}
          isComing={mailbox.isComing}
          onAsk={mailbox.askOlder}
          listed={t('listedNow', {
            received: mailbox.data.listed.inbox,
            sent: mailbox.data.listed.sent,
          })}
        />
      )}
    </Page>
  )
}
