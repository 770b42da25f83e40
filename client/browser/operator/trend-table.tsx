import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../components/data-table.js'
import { Moment } from '../components/moment.js'
import { lineOf, type Reading, trendsOf } from './trends-of.js'

/** How the relay fared while the console was open: numbers, and a line for the eye that says nothing more. */
export function TrendTable({ readings }: { readonly readings: readonly Reading[] }) {
  const { t, i18n } = useTranslation('operator')
  const [first] = readings
  if (first === undefined) return null
  const number = (value: number) =>
    new Intl.NumberFormat(`${i18n.language}-u-nu-latn`).format(value)
  return (
    <section aria-labelledby="trend">
      <Title order={3} id="trend">
        {t('trend')}
      </Title>
      <p className="quiet">
        {t('trendMeaning')} <Moment at={first.at} exact />
      </p>
      <DataTable
        caption={t('trend')}
        rows={trendsOf(readings)}
        keyOf={({ name }) => name}
        columns={[
          {
            id: 'name',
            title: t('quantity'),
            isRowHeader: true,
            cell: ({ name }) => t(`series_${name}`),
          },
          { id: 'now', title: t('now'), cell: (trend) => number(trend.now) },
          { id: 'least', title: t('least'), cell: ({ least }) => number(least) },
          { id: 'most', title: t('most'), cell: ({ most }) => number(most) },
          {
            id: 'course',
            title: t('course'),
            cell: (trend) => (
              <svg className="trend" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden>
                <polyline points={lineOf(trend)} />
              </svg>
            ),
          },
        ]}
      />
    </section>
  )
}
