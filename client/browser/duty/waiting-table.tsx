import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { WaitingPackage } from '../../core/duty/duty-desk.js'
import { useSignedIn } from '../api/signed-in.js'
import { useAuthorityName } from '../api/use-directory.js'
import { DataTable } from '../components/data-table.js'
import { UrgencyMark } from '../components/marks.js'
import { Moment } from '../components/moment.js'
import { useNow } from '../components/use-now.js'

type WaitingTableProps = {
  readonly rows: readonly WaitingPackage[]
  readonly isActing: boolean
  readonly mayAct: boolean
  readonly onTake: (row: WaitingPackage) => void
  readonly onStandDown: (row: WaitingPackage) => void
}

/** What waits, with the minutes running. */
export function WaitingTable({ rows, isActing, mayAct, onTake, onStandDown }: WaitingTableProps) {
  const { t } = useTranslation('duty')
  const [, go] = useLocation()
  const now = useNow(5_000)
  const nameOf = useAuthorityName()
  const { session } = useSignedIn()
  const own = session.officer.credential.payload.officer
  return (
    <DataTable
      caption={t('waiting')}
      rows={rows}
      keyOf={(row) => row.package}
      onOpen={(row) => go(`/packages/${row.package}`)}
      columns={[
        {
          id: 'minutes',
          title: t('minutes'),
          cell: ({ since }) => (
            <strong className="minutes">
              {Math.max(0, Math.floor((now - Date.parse(since)) / 60_000))}
            </strong>
          ),
        },
        {
          id: 'from',
          title: t('from'),
          isRowHeader: true,
          cell: (row) => <Link href={`/packages/${row.package}`}>{nameOf(row.sender)}</Link>,
        },
        {
          id: 'urgency',
          title: t('urgency'),
          cell: ({ urgency }) => <UrgencyMark urgency={urgency} />,
        },
        { id: 'since', title: t('since'), cell: ({ since }) => <Moment at={since} /> },
        {
          id: 'alerts',
          title: t('alerts'),
          cell: ({ alerts }) => <span data-alerts={alerts}>{alerts}</span>,
        },
        { id: 'held', title: t('held'), cell: (row) => <Held row={row} /> },
        {
          id: 'actions',
          title: t('actions'),
          cell: (row) =>
            mayAct &&
            row.problem === null && (
              <Group gap="xs">
                <Button
                  size="compact-sm"
                  data-action="open-waiting"
                  onClick={() => go(`/packages/${row.package}`)}
                >
                  {t('openWaiting')}
                </Button>
                {row.held?.act !== 'stand-down' && row.held?.officer !== own && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    data-action="take"
                    disabled={isActing}
                    onClick={() => onTake(row)}
                  >
                    {row.held === null ? t('take') : t('takeFrom', { name: row.held.name })}
                  </Button>
                )}
                {row.held?.act !== 'stand-down' && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    disabled={isActing}
                    onClick={() => onStandDown(row)}
                  >
                    {t('standDown')}
                  </Button>
                )}
              </Group>
            ),
        },
      ]}
    />
  )
}

function Held({ row: { held, problem } }: { readonly row: WaitingPackage }) {
  const { t } = useTranslation('duty')
  if (problem !== null)
    return (
      <span className="mark mark-bad" data-problem={problem}>
        ✗ {t('forged')}
      </span>
    )
  if (held === null) return <span className="late">{t('nobody')}</span>
  return (
    <span data-held={held.act}>
      {t(held.act === 'take' ? 'takenBy' : 'stoodDownBy', { name: held.name })}
      {held.until !== null && (
        <>
          {' '}
          {t('until')} <Moment at={held.until} />
        </>
      )}
      {held.note !== null && (
        <>
          <br />
          <bdi className="quiet">{held.note}</bdi>
        </>
      )}
    </span>
  )
}
