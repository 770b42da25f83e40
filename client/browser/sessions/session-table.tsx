import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SessionRecord } from '#server/contract/session-wire.js'
import { useSignedIn } from '../api/signed-in.js'
import { DataTable } from '../components/data-table.js'
import { Moment } from '../components/moment.js'

type TableProps = {
  readonly caption: string
  readonly sessions: readonly SessionRecord[]
  readonly onEnd: (sessions: readonly SessionRecord[]) => void
  /** Whose they are, where they are of several officers. */
  readonly nameOf?: (officer: string) => string
}

/** Sessions that go on; each but this one can be ended here: this one ends by locking. */
export function SessionTable({ caption, sessions, onEnd, nameOf }: TableProps) {
  const { t } = useTranslation('sessions')
  const { unlocking } = useSignedIn()
  const isThis = ({ id }: SessionRecord) => id === unlocking.session.id
  return (
    <DataTable
      caption={caption}
      rows={sessions}
      keyOf={({ id }) => id}
      columns={[
        {
          id: 'client',
          title: t('client'),
          isRowHeader: true,
          cell: ({ kind }) => t(`kind_${kind ?? 'unknown'}`),
        },
        ...(nameOf
          ? [
              {
                id: 'officer',
                title: t('officer'),
                cell: ({ officer }: SessionRecord) => <bdi>{nameOf(officer)}</bdi>,
              },
            ]
          : []),
        { id: 'began', title: t('began'), cell: ({ began }) => <Moment at={began} /> },
        { id: 'renewed', title: t('renewed'), cell: ({ renewed }) => <Moment at={renewed} /> },
        { id: 'ends', title: t('ends'), cell: ({ ends }) => <Moment at={ends} /> },
        {
          id: 'state',
          title: t('state'),
          cell: (one) => (
            <span>
              {one.isNewClient && <span className="mark">{t('isNew')} </span>}
              {isThis(one) ? (
                t('thisOne')
              ) : (
                <Button
                  size="xs"
                  variant="default"
                  data-action="end-session"
                  onClick={() => onEnd([one])}
                >
                  {t('end')}
                </Button>
              )}
            </span>
          ),
        },
      ]}
    />
  )
}
