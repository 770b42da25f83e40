import { useTranslation } from 'react-i18next'
import { DAY_MS } from '#crypto/clock/durations.js'
import { dutySegments } from '#crypto/duty/on-duty.js'
import { dutyGaps } from '../../core/duty/duty-gaps.js'
import type { ReadRoster } from '../../core/duty/duty-roster.js'
import { nameOfOfficer } from '../../core/officers/list-officers.js'
import { Moment } from '../components/moment.js'
import { useNow } from '../components/use-now.js'
import { useListed } from '../components/use-listed.js'
import { WeekTable } from './week-table.js'

const DAYS = 7

/** Who is on duty now, in the week that begins today, and when an alert reaches nobody. */
export function OnDuty({ read: { roster, isVouched, members } }: { readonly read: ReadRoster }) {
  const { t } = useTranslation('duty')
  const list = useListed()
  const from = new Date(useNow(60_000))
  const end = new Date(from.getTime() + DAYS * DAY_MS)
  const [current] = dutySegments(roster, from, end)
  const gaps = dutyGaps(roster, from, DAYS)
  const nameOf = (officer: string) => nameOfOfficer(members, officer)
  const names = (current?.officers ?? []).map(nameOf)
  return (
    <>
      {!isVouched && (
        <p role="alert" className="done-bad">
          {t('notVouched')}
        </p>
      )}
      <p className="duty-now">
        {t('onDutyNow')}:{' '}
        {names.length === 0 ? (
          <strong className="late">{t('noOne')}</strong>
        ) : (
          <strong>
            <bdi>{list(names)}</bdi>
          </strong>
        )}
        {current !== undefined && current.to < end && (
          <>
            {' '}
            {t('until')} <Moment at={current.to.toISOString()} />
          </>
        )}
      </p>
      {gaps.length > 0 && (
        <details className="done-bad duty-gaps">
          <summary>{t('gaps', { count: gaps.length })}</summary>
          <ul className="plain-list">
            {gaps.map((gap) => (
              <li key={gap.from}>
                <Moment at={gap.from} /> – <Moment at={gap.to} />:{' '}
                {t(gap.why === 'nobody' ? 'gapNobody' : 'gapUnreachable')}
              </li>
            ))}
          </ul>
        </details>
      )}
      <WeekTable rota={roster} from={from} nameOf={nameOf} />
    </>
  )
}
