import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../components/data-table.js'
import { Moment } from '../components/moment.js'
import { problemWords } from '../components/problem-words.js'
import { handOut } from '../platform/hand-out.js'

/** A bundle that was renewed, or why it was not. */
export type Renewal = { readonly name: string } & (
  | {
      readonly file: string
      readonly octets: Uint8Array<ArrayBuffer>
      readonly goodUntil: string
      readonly renewals: number
    }
  | { readonly error: unknown }
)

/** What came of each, with the renewed file to be saved once more. */
export function RenewalTable({ rows }: { readonly rows: readonly Renewal[] }) {
  const { t } = useTranslation('ageing')
  return (
    <DataTable
      caption={t('renew')}
      rows={rows}
      keyOf={({ name }) => name}
      columns={[
        {
          id: 'bundle',
          title: t('bundle'),
          isRowHeader: true,
          cell: ({ name }) => (
            <span>
              <bdi className="mono">{name}</bdi>
            </span>
          ),
        },
        {
          id: 'outcome',
          title: t('outcome'),
          cell: (row) =>
            'error' in row ? (
              <Failed error={row.error} />
            ) : (
              `✓ ${t('isRenewed', { number: row.renewals })}`
            ),
        },
        {
          id: 'until',
          title: t('goodUntil'),
          cell: (row) =>
            'error' in row ? <span aria-hidden>–</span> : <Moment at={row.goodUntil} />,
        },
        {
          id: 'save',
          title: t('file'),
          cell: (row) =>
            'error' in row ? (
              <span aria-hidden>–</span>
            ) : (
              <Button
                size="xs"
                variant="default"
                aria-label={t('saveAgainOf', { name: row.name })}
                onClick={() => handOut(new Blob([row.octets]), row.file)}
              >
                {t('saveAgain')}
              </Button>
            ),
        },
      ]}
    />
  )
}

function Failed({ error }: { readonly error: unknown }) {
  const { t } = useTranslation()
  const { title, remedy, details } = problemWords(error)
  return (
    <>
      <strong className="late">✗ {t(title)}</strong> {t(remedy)}
      <details>
        <summary>{t('details')}</summary>
        <code dir="ltr">{details}</code>
      </details>
    </>
  )
}
