import { Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { keyExpiry } from '../../core/officers/key-expiry.js'
import { useSignedIn } from '../api/signed-in.js'
import { DataTable } from '../components/data-table.js'
import { Moment } from '../components/moment.js'
import { Loading, Problem } from '../components/page-states.js'

/** When certificate, entry, keys and credentials end, the soonest first. */
export function Endings() {
  const { t } = useTranslation('authority')
  const { session } = useSignedIn()
  const endings = useQuery({ queryKey: ['endings'], queryFn: () => keyExpiry(session) })
  return (
    <section aria-labelledby="endings">
      <Title order={2} id="endings">
        {t('endings')}
      </Title>
      {endings.isPending && <Loading />}
      {endings.error && <Problem error={endings.error} onRetry={() => void endings.refetch()} />}
      {endings.data && (
        <DataTable
          caption={t('endings')}
          rows={endings.data}
          keyOf={({ what, of, at }) => `${what} ${of} ${at}`}
          columns={[
            {
              id: 'what',
              title: t('what'),
              isRowHeader: true,
              cell: ({ what, of, purpose }) => (
                <span>
                  {t(`ending_${what}`)}
                  {purpose && `: ${t(`purpose_${purpose}`, { ns: 'directory' })}`}
                  <br />
                  <bdi className="quiet ending-of">{of}</bdi>
                </span>
              ),
            },
            { id: 'at', title: t('ends'), cell: ({ at }) => <Moment at={at} /> },
            {
              id: 'warning',
              title: t('standing'),
              cell: ({ warning }) =>
                warning === undefined ? (
                  <span className="mark mark-good">✓ {t('inTime')}</span>
                ) : (
                  <span className="mark mark-bad">
                    ▲ {warning === 0 ? t('ended') : t('endsWithin', { days: warning })}
                  </span>
                ),
            },
          ]}
        />
      )}
    </section>
  )
}
