import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Operations } from '#server/contract/endpoints/operations-endpoints.js'
import { DataTable } from '../components/data-table.js'
import { Moment } from '../components/moment.js'

/** Work whose time has come and that is not done, clocks among it; and what waits for a person. */
export function JobTable({ operations: { jobs } }: { readonly operations: Operations }) {
  const { t } = useTranslation('operator')
  const rows = jobs.filter(({ overdue, refused }) => overdue + refused > 0)
  return (
    <section aria-labelledby="jobs">
      <Title order={3} id="jobs">
        {t('jobs')}
      </Title>
      {rows.length === 0 && <p>✓ {t('noJobs')}</p>}
      {rows.length > 0 && (
        <DataTable
          caption={t('jobs')}
          rows={rows}
          keyOf={({ name }) => name}
          columns={[
            {
              id: 'name',
              title: t('job'),
              isRowHeader: true,
              cell: ({ name }) => (
                <>
                  {name.startsWith('clocks.') && `${t('clock')} `}
                  <code>{name}</code>
                </>
              ),
            },
            { id: 'overdue', title: t('overdue'), cell: ({ overdue }) => overdue },
            {
              id: 'oldest',
              title: t('oldest'),
              cell: ({ oldest }) => oldest !== null && <Moment at={oldest} />,
            },
            {
              id: 'refused',
              title: t('refusedJobs'),
              cell: ({ refused }) =>
                refused > 0 ? <span className="late">{refused}</span> : refused,
            },
          ]}
        />
      )}
    </section>
  )
}
