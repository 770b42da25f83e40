import { useTranslation } from 'react-i18next'
import { dutySegments } from '#crypto/duty/on-duty.js'
import { dutyGaps } from '../../core/duty-gaps.js'
import type { ReadRoster } from '../../core/duty-roster.js'
import { DataTable } from '../components/data-table.js'
import { Moment } from '../components/moment.js'
import { useNow } from '../components/use-now.js'

const DAY_MS = 24 * 3_600_000
/** The rest of today and tomorrow is what a duty officer plans by; gaps are told for the week. */
const SHOWN_DAYS = 2
const GAP_DAYS = 7

/** Who is on duty now and next, and when nobody is. */
export function OnDuty({ read: { roster, isVouched, members } }: { readonly read: ReadRoster }) {
  const { t } = useTranslation('duty')
  const now = useNow(60_000)
  const from = new Date(now)
  const names = new Map(members.map(({ claims }) => [claims.officer, claims.name]))
  const segments = dutySegments(roster, from, new Date(now + SHOWN_DAYS * DAY_MS))
  const gaps = dutyGaps(roster, from, GAP_DAYS)
  return (
    <>
      {!isVouched && (
        <p role="alert" className="done-bad">
          {t('notVouched')}
        </p>
      )}
      <DataTable
        caption={t('onDuty')}
        rows={segments.map((segment, at) => ({ ...segment, at }))}
        keyOf={({ at }) => String(at)}
        columns={[
          {
            id: 'officers',
            title: t('officer'),
            isRowHeader: true,
            cell: ({ officers }) =>
              officers.length === 0 ? (
                <span className="late">{t('nobody')}</span>
              ) : (
                <bdi>{officers.map((officer) => names.get(officer) ?? officer).join(', ')}</bdi>
              ),
          },
          {
            id: 'from',
            title: t('fromTime'),
            cell: ({ from: begins, at }) =>
              at === 0 ? <strong>{t('now')}</strong> : <Moment at={begins.toISOString()} />,
          },
          { id: 'to', title: t('to'), cell: ({ to }) => <Moment at={to.toISOString()} /> },
        ]}
      />
      {gaps.length > 0 && (
        <div className="done-bad duty-gaps">
          <p>{t('gaps', { count: gaps.length })}</p>
          <ul className="plain-list">
            {gaps.map((gap) => (
              <li key={gap.from}>
                <Moment at={gap.from} /> – <Moment at={gap.to} />:{' '}
                {t(gap.why === 'nobody' ? 'gapNobody' : 'gapUnreachable')}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
