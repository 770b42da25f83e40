import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Clocks } from '#crypto/proof/fact.js'
import { DataTable } from '../components/data-table.js'
import { Moment } from '../components/moment.js'
import { timelineOf } from './timeline-of.js'
import type { ShownPackage } from './use-package.js'
import { useProofReport } from './use-proof.js'

type TimelineProps = {
  readonly pkg: ShownPackage
  readonly nameOf: (authority: string) => string
}

/** What happened, each event with the clocks that speak of it, never mixed. */
export function Timeline({ pkg, nameOf }: TimelineProps) {
  const { t } = useTranslation('pkg')
  const { t: report } = useTranslation('report')
  const proof = useProofReport(pkg)
  const rows = timelineOf(pkg, proof.data)
  const clock = (name: keyof Clocks, title: string) => ({
    id: name,
    title,
    cell: ({ clocks }: (typeof rows)[number]) => {
      const at = clocks[name]
      if (at !== undefined) return <Moment at={at} exact />
      if (name === 'attested' && proof.isPending)
        return <span className="quiet">{t('pending')}</span>
      return <span aria-hidden>–</span>
    },
  })
  return (
    <section aria-labelledby="evidence">
      <Title order={2} id="evidence">
        {t('timeline')}
      </Title>
      <p className="quiet">{t('timelineMeaning')}</p>
      <DataTable
        caption={t('timeline')}
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          {
            id: 'event',
            title: t('event'),
            isRowHeader: true,
            cell: ({ fact, code, isFailure }) => (
              <span className={isFailure ? 'late' : undefined} data-code={code}>
                {report(`facts.${fact}.title`)} <span className="quiet mono">{code}</span>
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
