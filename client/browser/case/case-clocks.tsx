import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CaseClock } from '../../case/clocks/derive-clocks.js'
import { DataTable } from '../components/data-table.js'
import { Moment } from '../components/moment.js'
import { useNow } from '../components/use-now.js'
import { useClockName } from './use-clock-name.js'

/** The clocks that run or stand still; those that have ended are history, and told by the timeline. */
export function CaseClocks({ clocks }: { readonly clocks: readonly CaseClock[] }) {
  const { t } = useTranslation('cases')
  const now = useNow(15_000)
  const shown = clocks.filter(({ state }) => state !== 'ended')
  const clockName = useClockName()
  return (
    <>
      <Title order={4}>{t('clocks')}</Title>
      {shown.length === 0 ? (
        <p className="quiet">{t('noClock')}</p>
      ) : (
        <DataTable
          caption={t('clocks')}
          rows={shown}
          keyOf={({ request, kind }) => `${request} ${kind}`}
          columns={[
            {
              id: 'kind',
              title: t('clock'),
              isRowHeader: true,
              cell: ({ kind }) => clockName(kind),
            },
            {
              id: 'due',
              title: t('due'),
              cell: ({ due, state }) => {
                const isLate = state === 'running' && Date.parse(due) < now
                return (
                  <span className={isLate ? 'late' : undefined}>
                    <Moment at={due} /> {isLate && <strong>{t('lapsed')}</strong>}
                    {state === 'suspended' && <span className="quiet">{t('suspended')}</span>}
                  </span>
                )
              },
            },
            { id: 'since', title: t('since'), cell: ({ begins }) => <Moment at={begins} /> },
            {
              id: 'source',
              title: t('source'),
              cell: ({ source }) => (
                <span lang="en" dir="auto">
                  {source}
                </span>
              ),
            },
          ]}
        />
      )}
    </>
  )
}
