import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type KeyNeed, type KeyStanding, keyStanding } from '../../core/officers/key-needs.js'
import { DataTable } from '../components/data-table.js'
import { listed } from '../components/listed.js'
import { localeOf } from '../components/locale-of.js'
import { openedBy } from './opened-by.js'

type TableProps = {
  readonly needs: readonly KeyNeed[]
  readonly isBusy: boolean
  /** By the kid: what is left to do with a former key. */
  readonly onChoose: (kid: string) => void
}

const TONES: Readonly<Record<KeyStanding, string>> = {
  present: 'mark-open',
  needed: 'mark-urgent',
  translations: '',
  idle: 'mark-good',
}

/** The keys of the authority's vault, oldest first, with what each still opens. */
export function KeyNeedTable({ needs, isBusy, onChoose }: TableProps) {
  const { t, i18n } = useTranslation('formerKeys')
  const numbers = new Intl.NumberFormat(localeOf(i18n.language))
  return (
    <DataTable
      caption={t('title')}
      rows={needs}
      keyOf={({ kid }) => kid}
      columns={[
        {
          id: 'key',
          title: t('key'),
          isRowHeader: true,
          cell: ({ kid }) => <code dir="ltr">{kid}</code>,
        },
        {
          id: 'standing',
          title: t('standing'),
          cell: (need) => {
            const standing = keyStanding(need)
            return (
              <span className={`mark ${TONES[standing]}`} data-key-standing={standing}>
                {t(`standing_${standing}`)}
              </span>
            )
          },
        },
        {
          id: 'opens',
          title: t('opens'),
          cell: (need) => {
            const opened = openedBy(need)
            if (opened.length === 0) return <span className="quiet">{t('opensNothing')}</span>
            return listed(
              opened.map(({ what, number }) => `${t(`opened_${what}`)}: ${numbers.format(number)}`),
              i18n.language,
            )
          },
        },
        {
          id: 'retire',
          title: t('whatToDo'),
          cell: ({ kid, isPresent }) =>
            isPresent ? (
              '–'
            ) : (
              <Button
                size="compact-sm"
                variant="default"
                data-retire={kid}
                disabled={isBusy}
                aria-label={t('retireNamed', { kid })}
                onClick={() => onChoose(kid)}
              >
                {t('retire')}
              </Button>
            ),
        },
      ]}
    />
  )
}
