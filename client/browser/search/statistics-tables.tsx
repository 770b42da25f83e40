import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../languages/language.js'
import { currentTemplate } from '../../templates/catalogue.js'
import type { Duration, ExchangeStatistics } from '../../core/statistics/exchange-statistics.js'
import { useAuthorityName } from '../api/use-directory.js'
import { DataTable } from '../components/data-table.js'
import { localeOf } from '../components/locale-of.js'

/** By direction, counterpart and kind; and what each side has answered. */
export function StatisticsTables({ counted }: { readonly counted: ExchangeStatistics }) {
  const { t, i18n } = useTranslation('search')
  const nameOf = useAuthorityName()
  const language = i18n.language as Language
  const duration = (id: 'received' | 'registered' | 'executed') => ({
    id,
    title: t(id),
    cell: (row: ExchangeStatistics['rows'][number]) => shown(row[id], i18n.language),
  })
  return (
    <>
      <DataTable
        caption={t('byKind')}
        rows={counted.rows}
        keyOf={({ direction, counterpart, template }) =>
          [direction, counterpart, template].join(' ')
        }
        columns={[
          {
            id: 'direction',
            title: t('direction'),
            cell: ({ direction }) => t(direction === 'asked' ? 'weAsked' : 'theyAsked'),
          },
          {
            id: 'counterpart',
            title: t('counterpart'),
            isRowHeader: true,
            cell: ({ counterpart }) => nameOf(counterpart),
          },
          {
            id: 'template',
            title: t('kind'),
            cell: ({ template }) =>
              currentTemplate(template)?.title[language] ??
              (template === 'unknown' ? t('notOpened') : template),
          },
          { id: 'packages', title: t('packages'), cell: ({ packages }) => packages },
          duration('received'),
          duration('registered'),
          duration('executed'),
          { id: 'refused', title: t('refused'), cell: ({ refused }) => refused },
          { id: 'withdrawn', title: t('withdrawn'), cell: ({ withdrawn }) => withdrawn },
          { id: 'open', title: t('open'), cell: ({ open }) => open },
        ]}
      />
      <p className="quiet">{t('durationMeaning')}</p>
      <Title order={2}>{t('reciprocity')}</Title>
      <DataTable
        caption={t('reciprocity')}
        rows={counted.reciprocity}
        keyOf={({ counterpart }) => counterpart}
        columns={[
          {
            id: 'counterpart',
            title: t('counterpart'),
            isRowHeader: true,
            cell: ({ counterpart }) => nameOf(counterpart),
          },
          { id: 'asked', title: t('weAsked'), cell: ({ asked }) => asked },
          { id: 'theyAnswered', title: t('theyAnswered'), cell: (row) => row.theyAnswered },
          { id: 'wereAsked', title: t('theyAsked'), cell: ({ wereAsked }) => wereAsked },
          { id: 'weAnswered', title: t('weAnswered'), cell: ({ weAnswered }) => weAnswered },
        ]}
      />
    </>
  )
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The median in the unit that people would say, after how many it is of. */
function shown({ count, median }: Duration, language: string): string {
  if (median === null) return '–'
  const [unit, seconds] =
    median < HOUR
      ? (['minute', MINUTE] as const)
      : median < 2 * DAY
        ? (['hour', HOUR] as const)
        : (['day', DAY] as const)
  const format = new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit,
    maximumFractionDigits: unit === 'minute' ? 0 : 1,
  })
  return `${count} · ${format.format(median / seconds)}`
}
