import { useTranslation } from 'react-i18next'
import type { Because } from '#crypto/proof/bundle-ageing.js'
import type { AgeingRow } from '../../core/proof/list-ageing.js'
import { DataTable } from '../components/data-table.js'
import { Moment } from '../components/moment.js'

/** Every bundle that could be judged, what must be renewed first at the top. */
export function AgeingTable({ rows }: { readonly rows: readonly AgeingRow[] }) {
  const { t } = useTranslation('ageing')
  return (
    <DataTable
      caption={t('title')}
      rows={rows}
      keyOf={({ file }) => file}
      columns={[
        {
          id: 'file',
          title: t('bundle'),
          isRowHeader: true,
          cell: ({ file }) => (
            <span>
              <bdi className="mono">{file}</bdi>
            </span>
          ),
        },
        { id: 'state', title: t('stands'), cell: (row) => <State row={row} /> },
        {
          id: 'before',
          title: t('renewBefore'),
          cell: ({ ages, days }) =>
            ages === undefined ? (
              <span aria-hidden>–</span>
            ) : (
              <>
                <Moment at={ages} />{' '}
                {days !== undefined && days >= 0 && (
                  <span className="quiet">{t('daysLeft', { number: days })}</span>
                )}
              </>
            ),
        },
        {
          id: 'because',
          title: t('because'),
          cell: ({ because }) => because && <Reason because={because} />,
        },
        { id: 'renewals', title: t('renewals'), cell: ({ renewals }) => renewals },
      ]}
    />
  )
}

function State({ row: { state, isDue } }: { readonly row: AgeingRow }) {
  const { t } = useTranslation('ageing')
  if (state !== 'good') return <span className="mark mark-bad">✗ {t(`state_${state}`)}</span>
  if (isDue) return <span className="mark mark-urgent">! {t('state_due')}</span>
  return <span className="mark mark-good">✓ {t('state_good')}</span>
}

function Reason({ because }: { readonly because: Because }) {
  const { t } = useTranslation('ageing')
  if (because.cause === 'certificate') return t('certificateEnds', { name: because.of })
  return (
    <>
      {t('algorithmEnds', { name: because.of })}{' '}
      <span className="quiet" lang="en" dir="auto">
        {because.source}
      </span>
    </>
  )
}
