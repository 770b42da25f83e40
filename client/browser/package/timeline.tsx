import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Clocks } from '#crypto/proof/fact.js'
import { DataTable } from '../components/data-table.js'
import { Moment } from '../components/moment.js'
import { proofWaiting } from './proof-waiting.js'
import { type TimelineSource, timelineOf } from './timeline-of.js'
import { useProofReport } from './use-proof.js'

type TimelineProps = {
  readonly pkg: TimelineSource
  readonly nameOf: (authority: string) => string
}

/** The clocks that stand in no statement, but in what the log shows of it. */
const ONLY_PROVED: readonly (keyof Clocks)[] = ['attested', 'witnessed']

/** What happened, each event with the clocks that speak of it, never mixed. */
export function Timeline({ pkg, nameOf }: TimelineProps) {
  const { t } = useTranslation('pkg')
  const { t: report } = useTranslation('report')
  const proof = useProofReport(pkg)
  const waiting = proofWaiting(proof.failureReason)
  const rows = timelineOf(pkg, proof.data)
  const clock = (name: keyof Clocks, title: string) => ({
    id: name,
    title,
    cell: ({ clocks, fact }: (typeof rows)[number]) => {
      const at = clocks[name]
      if (at !== undefined) return <Moment at={at} exact />
      // No proof rests on what is no fact of it: nothing is to come there.
      if (proof.isPending && fact !== undefined && ONLY_PROVED.includes(name)) {
        return (
          <span className="quiet" data-waiting-clock={name}>
            {t(waiting)}
          </span>
        )
      }
      return <span aria-hidden>–</span>
    },
  })
  return (
    <section aria-labelledby="evidence">
      <Title order={2} id="evidence">
        {t('timeline')}
      </Title>
      <p className="quiet">{t('timelineMeaning')}</p>
      <p className="quiet" role="status" data-proof={proof.isPending ? waiting : undefined}>
        {proof.isPending && waiting === 'unlearnt' && t('unlearntMeaning')}
      </p>
      <DataTable
        caption={t('timeline')}
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          {
            id: 'event',
            title: t('event'),
            isRowHeader: true,
            cell: ({ fact, other, stage, code, isFailure }) => (
              <span className={isFailure ? 'late' : undefined} data-code={code}>
                {other ? t(`event-${unpointed(other)}`) : fact && report(`facts.${fact}.title`)}{' '}
                {stage && t(`stage-${stage}`)} <span className="quiet mono">{code}</span>
              </span>
            ),
          },
          {
            id: 'who',
            title: t('who'),
            cell: ({ who }) =>
              who === undefined ? (
                <span aria-hidden>–</span>
              ) : (
                <bdi className="mono" title={nameOf(who)}>
                  {who}
                </bdi>
              ),
          },
          clock('declared', t('clockDeclared')),
          clock('observed', t('clockObserved')),
          clock('attested', t('clockAttested')),
          clock('witnessed', t('clockWitnessed')),
        ]}
      />
    </section>
  )
}

/** A point would lead into an object of texts. */
const unpointed = <C extends string>(code: C) =>
  code.replace('.', '') as C extends `${infer A}.${infer B}` ? `${A}${B}` : C
