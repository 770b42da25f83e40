import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ClockRule } from '../../case/clocks/clock-rule.js'
import { useAuthorityName } from '../api/use-directory.js'
import { DataTable } from '../components/data-table.js'
import { useListed } from '../components/use-listed.js'

type RuleTableProps = {
  readonly rules: readonly ClockRule[]
  readonly onRemove: (rule: ClockRule) => void
}

/** The rules of one's own, in the order in which they are tried. */
export function RuleTable({ rules, onRemove }: RuleTableProps) {
  const { t } = useTranslation('clockRules')
  const { t: cases } = useTranslation('cases')
  const { t: common } = useTranslation()
  const { t: report } = useTranslation('report')
  const nameOf = useAuthorityName()
  const list = useListed()
  const counts = ({ counterpart, instrument, urgency, templates, assistance }: ClockRule) =>
    list([
      ...(counterpart === undefined ? [] : [nameOf(counterpart)]),
      ...(instrument === undefined ? [] : [instrument]),
      ...(urgency ?? []).map((one) => report(`urgencies.${one}`)),
      ...(templates ?? []),
      ...(assistance ?? []),
    ])
  return (
    <DataTable
      caption={t('title')}
      rows={rules.map((rule, at) => ({ rule, at }))}
      keyOf={({ at }) => String(at)}
      columns={[
        {
          id: 'kind',
          title: t('kind'),
          isRowHeader: true,
          cell: ({ rule: { kind } }) => cases(`clock_${kind}`),
        },
        {
          id: 'for',
          title: t('for'),
          cell: ({ rule }) => (
            <span>
              <bdi>{counts(rule) === '' ? t('everything') : counts(rule)}</bdi>
            </span>
          ),
        },
        {
          id: 'duration',
          title: t('duration'),
          cell: ({ rule: { duration } }) => `${duration.count} ${t(`unit_${duration.unit}`)}`,
        },
        {
          id: 'source',
          title: t('source'),
          cell: ({ rule: { source } }) => (
            <span>
              <bdi>{source}</bdi>
            </span>
          ),
        },
        {
          id: 'remove',
          title: common('remove'),
          cell: ({ rule }) => (
            <Button
              size="xs"
              variant="default"
              data-action="remove-rule"
              aria-label={t('removeRule', { kind: cases(`clock_${rule.kind}`) })}
              onClick={() => onRemove(rule)}
            >
              {common('remove')}
            </Button>
          ),
        },
      ]}
    />
  )
}
