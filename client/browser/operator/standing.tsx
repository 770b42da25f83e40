import { Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Operator } from '../../core/operations/operator.js'
import { Facts } from '../components/facts.js'
import { localeOf } from '../components/locale-of.js'
import { Moment } from '../components/moment.js'
import { Loading, Problem } from '../components/page-states.js'
import { JobTable } from './job-table.js'
import { LogFacts } from './log-facts.js'
import { readStanding } from './read-standing.js'
import { TrendTable } from './trend-table.js'
import { type Reading, withReading } from './trends-of.js'

const AGAIN_MS = 15_000

/** Services, workers, work that waits, the log and who has seen it: what an operator looks at first. */
export function Standing({ operator }: { readonly operator: Operator }) {
  const { t, i18n } = useTranslation('operator')
  const first = useRef<number | undefined>(undefined)
  const readings = useRef<readonly Reading[]>([])
  const found = useQuery({
    queryKey: ['operator', 'standing', operator.key.kid],
    queryFn: async () => {
      const read = await readStanding(operator)
      first.current ??= read.operations.log.size
      readings.current = withReading(readings.current, read.operations)
      const grown = read.operations.log.size - first.current
      return { ...read, grown, readings: readings.current }
    },
    refetchInterval: AGAIN_MS,
  })
  const number = (value: number) => new Intl.NumberFormat(localeOf(i18n.language)).format(value)
  return (
    <section aria-labelledby="standing" className="operator-part">
      <Title order={2} id="standing">
        {t('standing')}
      </Title>
      {found.isPending && <Loading />}
      {found.error && <Problem error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <>
          <p className="quiet">
            {t('standingMeaning')} <Moment at={found.data.operations.at} exact />
          </p>
          <Facts
            rows={[
              ...Object.entries(found.data.health).map(
                ([name, isUp]) =>
                  [
                    isNamed(name) ? t(`service_${name}`) : name,
                    <Sign key={name} isGood={isUp} />,
                  ] as const,
              ),
              [
                t('workers'),
                <Sign key="w" isGood={isLed(found.data.operations.workers)}>
                  {t('workersHeard', found.data.operations.workers)}
                </Sign>,
              ],
              [
                t('unsequenced'),
                <Sign key="u" isGood={found.data.operations.log.unsequenced < 1000}>
                  {number(found.data.operations.log.unsequenced)}
                </Sign>,
              ],
              [
                t('mails'),
                <Sign key="m" isGood={found.data.operations.mails.failed === 0}>
                  {t('mailsUndelivered', found.data.operations.mails)}
                </Sign>,
              ],
              [t('deletions'), number(found.data.operations.deletions)],
            ]}
          />
          <JobTable operations={found.data.operations} />
          <TrendTable readings={found.data.readings} />
          <LogFacts
            log={found.data.log}
            stamps={found.data.stamps}
            grown={number(found.data.grown)}
          />
        </>
      )}
    </section>
  )
}

const NAMED = ['mongodb', 'redis', 'blobs'] as const
const isNamed = (name: string): name is (typeof NAMED)[number] =>
  NAMED.some((known) => known === name)

/** One sequencer leads; a second one would be a fault as well. */
const isLed = ({ leading, failed }: { readonly leading: number; readonly failed: number }) =>
  leading === 1 && failed === 0

function Sign({
  isGood,
  children,
}: {
  readonly isGood: boolean
  readonly children?: React.ReactNode
}) {
  const { t } = useTranslation('operator')
  return (
    <span className={`mark ${isGood ? 'mark-good' : 'mark-bad'}`} data-good={isGood}>
      {isGood ? '✓' : '✗'} {children ?? t(isGood ? 'isUp' : 'isDown')}
    </span>
  )
}
