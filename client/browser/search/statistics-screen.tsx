import './search.css'
import { Button, Group, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { DAY_MS } from '#crypto/clock/durations.js'
import { gatherStatistics } from '../../core/statistics/gather-statistics.js'
import { statisticsCsv } from '../../core/statistics/statistics-csv.js'
import { useSignedIn } from '../api/signed-in.js'
import { Empty, Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { handOut } from '../platform/hand-out.js'
import { searchStoreOf } from './search-store-of.js'
import { StatisticsTables } from './statistics-tables.js'

/** What was exchanged with whom, and how long it took: counted here, from evidence that was verified here. */
export function StatisticsScreen() {
  const { t } = useTranslation('search')
  const { session, identity } = useSignedIn()
  const [opened, setOpened] = useState(0)
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const counted = useQuery({
    queryKey: ['mailbox', 'statistics', from, until],
    queryFn: async () =>
      gatherStatistics(
        session,
        await searchStoreOf(identity.id),
        {
          ...(from !== '' && { from: new Date(from) }),
          // The last day counts in full.
          ...(until !== '' && { to: new Date(Date.parse(until) + DAY_MS) }),
        },
        setOpened,
      ),
  })
  const { data } = counted
  return (
    <Page title={t('statistics')} actions={<Link href="/search">{t('toSearch')}</Link>}>
      <p className="lead">{t('statisticsLead')}</p>
      <Group align="end" mb="md">
        <TextInput
          type="date"
          label={t('fromDay')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('untilDay')}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
        {data && data.rows.length > 0 && (
          <Button
            variant="default"
            data-action="save-statistics"
            onClick={() => handOut(new Blob([statisticsCsv(data)]), 'statistics.csv')}
          >
            {t('saveCsv')}
          </Button>
        )}
      </Group>
      {counted.isPending && <Loading what={t('opening', { count: opened })} />}
      {counted.error && <Problem error={counted.error} onRetry={() => void counted.refetch()} />}
      {data?.rows.length === 0 && <Empty title={t('nothingCounted')} />}
      {data && data.rows.length > 0 && <StatisticsTables counted={data} />}
    </Page>
  )
}
