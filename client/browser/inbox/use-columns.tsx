import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Column } from '../components/data-table.js'
import { Moment } from '../components/moment.js'
import { StateMark, UrgencyMark } from '../components/marks.js'
import { useNow } from '../components/use-now.js'
import { useListed } from '../components/use-listed.js'
import { useDirectory } from '../api/use-directory.js'
import { useClockRules } from '../clock-rules/use-clock-rules.js'
import { acknowledgeBy } from './acknowledge-by.js'
import { isUnread } from './filter-rows.js'
import type { Row } from './use-mailbox.js'

/** What a row of the list says. */
export function useColumns(
  isSentView: boolean,
  nameOf: (authority: string) => string,
): readonly Column<Row>[] {
  const { t } = useTranslation('inbox')
  const list = useListed()
  const now = useNow(15_000)
  const { data: directory } = useDirectory()
  const { data: rules } = useClockRules().kept
  const calendarOf = (authority: string) =>
    directory?.entries.find(({ payload }) => payload.authority === authority)?.payload
  const others = (row: Row) => (row.box === 'sent' ? row.recipients : [row.sender])
  return [
    {
      id: 'who',
      title: t(isSentView ? 'to' : 'from'),
      isRowHeader: true,
      cell: (row) => (
        <span>
          {isUnread(row) && <span className="unread-mark">{t('unread')}</span>}{' '}
          <Link href={`/packages/${row.package}`}>{list(others(row).map(nameOf))}</Link>
          <br />
          <bdi className="mono quiet">{list(others(row))}</bdi>
        </span>
      ),
    },
    {
      id: 'urgency',
      title: t('urgency'),
      cell: (row) => <UrgencyMark urgency={row.urgency} />,
    },
    {
      id: 'state',
      title: t('state'),
      cell: (row) => row.state.split(', ').map((state) => <StateMark key={state} state={state} />),
    },
    {
      id: 'by',
      title: t('answerBy'),
      cell: (row) => {
        const by = acknowledgeBy(row, calendarOf, rules)
        if (by === undefined) return <span aria-hidden>–</span>
        const isLate = new Date(by).getTime() < now
        return (
          <span className={isLate ? 'late' : undefined}>
            <Moment at={by} /> {isLate && <strong>{t('overdue')}</strong>}
          </span>
        )
      },
    },
    { id: 'submitted', title: t('submitted'), cell: ({ submitted }) => <Moment at={submitted} /> },
    { id: 'documents', title: t('documents'), cell: ({ documents }) => documents },
    {
      id: 'case',
      title: t('case'),
      cell: (row) => (
        <Link href={`/cases/${row.case}`} className="mono case-link">
          {row.case.slice(-12)}
        </Link>
      ),
    },
  ]
}
