import { useTranslation } from 'react-i18next'
import type { DutyRoster } from '#crypto/duty/duty-roster.js'
import { type DutyTurn, dutyWeek } from '../../core/duty/duty-week.js'
import { DataTable } from '../components/data-table.js'
import { localeOf } from '../components/locale-of.js'
import { useListed } from '../components/use-listed.js'

type WeekTableProps = {
  readonly rota: Pick<DutyRoster, 'shifts' | 'exceptions'>
  readonly from: Date
  readonly nameOf: (officer: string) => string
}

const zone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone

/** Who is on duty today and on the six days after, by the clock of whoever looks. */
export function WeekTable({ rota, from, nameOf }: WeekTableProps) {
  const { t, i18n } = useTranslation('duty')
  const list = useListed()
  const day = new Intl.DateTimeFormat(localeOf(i18n.language), {
    weekday: 'long',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  })
  return (
    <>
      <p className="quiet">{t('weekZone', { zone: zone() })}</p>
      <DataTable
        caption={t('week')}
        rows={dutyWeek(rota, from, zone())}
        keyOf={(row) => row.day}
        columns={[
          {
            id: 'day',
            title: t('day'),
            isRowHeader: true,
            cell: (row) => day.format(new Date(row.day)),
          },
          {
            id: 'officers',
            title: t('onDuty'),
            cell: ({ turns }) => (
              <ul className="duty-turns">
                {turns.map((turn) => (
                  <li key={turn.from.toISOString()}>
                    <span className="duty-hours">{hours(turn, turns.length, t('allDay'))}</span>
                    {turn.officers.length === 0 ? (
                      <span className="late">{t('noOne')}</span>
                    ) : (
                      <bdi>{list(turn.officers.map(nameOf))}</bdi>
                    )}
                    {turn.isException && <span className="mark">{t('isException')}</span>}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </>
  )
}

/** `18:00–24:00`: from the smaller to the larger number in every language, as clocks are read. */
function hours({ from, to }: DutyTurn, turns: number, allDay: string) {
  if (turns === 1) return allDay
  const clock = (at: Date) => `${two(at.getHours())}:${two(at.getMinutes())}`
  const end = clock(to) === '00:00' ? '24:00' : clock(to)
  return (
    <bdi dir="ltr">
      <time dateTime={from.toISOString()}>{clock(from)}</time>–
      <time dateTime={to.toISOString()}>{end}</time>
    </bdi>
  )
}

const two = (number: number) => String(number).padStart(2, '0')
