import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Comparison, Finding } from '#crypto/proof/compare/comparison.js'
import type { FactCode } from '#crypto/proof/fact.js'
import { DataTable } from '../components/data-table.js'
import { Facts } from '../components/facts.js'
import { useReportTexts } from '../languages/use-report-texts.js'
import { inOrder } from './in-order.js'

const TONES = { agree: 'proved', differ: '', contradict: 'contradicted' } as const

/** What holding two bundles against each other shows. */
export function HeldAgainst({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useTranslation('proof')
  const { verdicts } = useReportTexts()
  const { outcome, findings, first, second } = comparison
  const rows = inOrder(findings).map((finding, at) => ({ finding, key: String(at) }))
  return (
    <section aria-labelledby="held-against" className="held-against" data-outcome={outcome}>
      <div className={`verdict ${TONES[outcome]}`}>
        <Title order={2} id="held-against">
          {t('comparison')}
        </Title>
        <p>{t(`outcome_${outcome}`)}</p>
      </div>
      <Facts
        rows={[
          [t('firstBundle'), verdicts[first.verdict].label],
          [t('secondBundle'), verdicts[second.verdict].label],
        ]}
      />
      <DataTable
        caption={t('comparison')}
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          {
            id: 'what',
            title: t('compared'),
            isRowHeader: true,
            cell: ({ finding }) => <What finding={finding} />,
          },
          {
            id: 'shown',
            title: t('shownBy'),
            cell: ({ finding: { standing, finding, against } }) => (
              <>
                <strong
                  className={`standing ${standing === 'contradiction' ? 'contradicted' : ''}`}
                  data-finding={finding}
                >
                  {standing === 'contradiction' && '✗ '}
                  {t(`shown_${standing}`)}
                </strong>
                {against !== undefined && (
                  <>
                    <br />
                    {t('signedBoth', { name: against })}
                  </>
                )}
              </>
            ),
          },
        ]}
      />
    </section>
  )
}

function What({ finding: { finding, data } }: { readonly finding: Finding }) {
  const { t } = useTranslation('proof')
  const { facts } = useReportTexts()
  if (finding !== 'fact' && finding !== 'claim') return <span>{t(`finding_${finding}`)}</span>
  const { title } = facts[data['fact'] as FactCode]
  return (
    <span>
      {finding === 'claim' ? t('onlyClaimed', { fact: title }) : title}{' '}
      {data['about'] !== undefined && <bdi className="mono quiet">{data['about']}</bdi>}
    </span>
  )
}
