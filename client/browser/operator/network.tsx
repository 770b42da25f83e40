import { Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Operator } from '../../core/operations/operator.js'
import { DataTable } from '../components/data-table.js'
import { Moment } from '../components/moment.js'
import { Loading, Problem } from '../components/page-states.js'
import { useListed } from '../components/use-listed.js'
import { readNetwork } from './read-standing.js'

/** The authorities: whose certificates and keys end soon, whose mail is stopped, whose entry does not verify. */
export function Network({ operator }: { readonly operator: Operator }) {
  const { t } = useTranslation('operator')
  const list = useListed()
  const { t: authority } = useTranslation('authority')
  const found = useQuery({
    queryKey: ['operator', 'network', operator.key.kid],
    queryFn: () => readNetwork(operator),
  })
  return (
    <section aria-labelledby="network" className="operator-part">
      <Title order={2} id="network">
        {t('network')}
      </Title>
      {found.isPending && <Loading />}
      {found.error && <Problem error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <>
          <p data-authorities={found.data.count}>{t('authorities', { count: found.data.count })}</p>
          {found.data.refused.length > 0 && (
            <p className="done-bad">{t('unverified', { names: list(found.data.refused) })}</p>
          )}
          {found.data.suspended.length > 0 && (
            <ul className="plain-list">
              {found.data.suspended.map(({ authority: id, reason, since }) => (
                <li key={id}>
                  <bdi className="mono">{id}</bdi> {t('suspendedSince')} <Moment at={since} />:{' '}
                  <bdi>{reason}</bdi>
                </li>
              ))}
            </ul>
          )}
          {found.data.endings.length === 0 && <p>✓ {t('nothingEnds')}</p>}
          {found.data.endings.length > 0 && (
            <DataTable
              caption={t('endings')}
              rows={found.data.endings}
              keyOf={({ authority: id, what, of }) => `${id} ${what} ${of}`}
              columns={[
                {
                  id: 'authority',
                  title: t('authorityId'),
                  isRowHeader: true,
                  cell: ({ authority: id }) => <bdi className="mono">{id}</bdi>,
                },
                {
                  id: 'what',
                  title: authority('what'),
                  cell: ({ what }) => authority(`ending_${what}`),
                },
                { id: 'at', title: authority('ends'), cell: ({ at }) => <Moment at={at} /> },
                {
                  id: 'warning',
                  title: authority('standing'),
                  cell: ({ warning }) => (
                    <span className="mark mark-bad">
                      ▲{' '}
                      {warning === 0
                        ? authority('ended')
                        : authority('endsWithin', { days: warning })}
                    </span>
                  ),
                },
              ]}
            />
          )}
        </>
      )}
    </section>
  )
}
