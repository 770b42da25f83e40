import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { LogStanding } from '../../core/operations/log-standing.js'
import { Facts } from '../components/facts.js'
import { localeOf } from '../components/locale-of.js'
import { Moment } from '../components/moment.js'

type Stamp = {
  readonly authority: string
  /** When its newest token came. */
  readonly lastSuccess: string | null
  readonly pendingSince: string | null
  readonly lastError: { readonly code: string; readonly at: string } | null
}

type LogFactsProps = {
  readonly log: LogStanding | undefined
  readonly stamps: readonly Stamp[]
  /** Since the console was opened. */
  readonly grown: string
}

/** The newest checkpoint, verified here: how large, who has cosigned it, and what is time-stamped. */
export function LogFacts({ log, stamps, grown }: LogFactsProps) {
  const { t, i18n } = useTranslation('operator')
  const number = (value: number) => new Intl.NumberFormat(localeOf(i18n.language)).format(value)
  return (
    <section aria-labelledby="log">
      <Title order={3} id="log">
        {t('log')}
      </Title>
      {log === undefined && <p>{t('noLog')}</p>}
      {log && (
        <Facts
          rows={[
            [t('logOrigin'), <code key="o">{log.origin}</code>],
            [
              t('logSize'),
              <span key="s" data-log-size={log.size}>
                {t('logGrown', { size: number(log.size), grown })}
              </span>,
            ],
            [
              t('witnesses'),
              log.witnesses.length === 0 ? (
                t('noWitnesses')
              ) : (
                <ul key="w" className="plain-list">
                  {log.witnesses.map(({ authority, standing, at }) => (
                    <li key={authority}>
                      <bdi className="mono">{authority}</bdi> {standing === 'cosigned' ? '✓' : '▲'}{' '}
                      {t(`witness_${standing}`)} {at !== null && <Moment at={at} />}
                    </li>
                  ))}
                </ul>
              ),
            ],
            [t('quorum'), log.quorum],
            ...stamps.map(
              ({ authority, lastSuccess, pendingSince, lastError }) =>
                [
                  t('stamps'),
                  <span key={authority}>
                    <bdi>{authority}</bdi>:{' '}
                    {lastSuccess === null ? (
                      t('neverStamped')
                    ) : (
                      <>
                        {t('lastStamped')} <Moment at={lastSuccess} />
                      </>
                    )}
                    {pendingSince !== null && (
                      <>
                        {' '}
                        {t('owesSince')} <Moment at={pendingSince} />
                      </>
                    )}
                    {pendingSince !== null && lastError !== null && <code> {lastError.code}</code>}
                  </span>,
                ] as const,
            ),
          ]}
        />
      )}
    </section>
  )
}
