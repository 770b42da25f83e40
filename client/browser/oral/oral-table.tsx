import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { KeptOralRequest } from '../../core/duty/list-oral-requests.js'
import { useSignedIn } from '../api/signed-in.js'
import { useAuthorityName } from '../api/use-directory.js'
import { DataTable } from '../components/data-table.js'
import { Moment } from '../components/moment.js'
import { carried } from '../compose/carried.js'

type OralTableProps = {
  readonly rows: readonly KeptOralRequest[]
  readonly mayAct: boolean
  readonly onConfirm: (oral: KeptOralRequest) => void
  readonly onEnd: (oral: KeptOralRequest) => void
}

/** Soonest due first; what is overdue is said in words. */
export function OralTable({ rows, mayAct, onConfirm, onEnd }: OralTableProps) {
  const { t } = useTranslation('oral')
  const { session } = useSignedIn()
  const [, go] = useLocation()
  const nameOf = useAuthorityName()
  const write = (oral: KeptOralRequest) => {
    carried.take(session, { confirms: oral })
    go('/compose/oral-confirmation')
  }
  return (
    <DataTable
      caption={t('title')}
      rows={rows}
      keyOf={({ oral }) => oral}
      columns={[
        {
          id: 'who',
          title: t('who'),
          isRowHeader: true,
          cell: ({ direction, counterpart, person, channel }) => (
            <>
              {t(direction, { name: nameOf(counterpart) })}
              <br />
              <bdi className="quiet">{person}</bdi>
              <span className="quiet"> ({t(`channel-${channel}`)})</span>
            </>
          ),
        },
        { id: 'asked', title: t('asked'), cell: ({ asked }) => <bdi>{asked}</bdi> },
        { id: 'at', title: t('at'), cell: ({ at }) => <Moment at={at} /> },
        {
          id: 'due',
          title: t('due'),
          cell: (row) => <Due oral={row} />,
        },
        {
          id: 'notedBy',
          title: t('notedBy'),
          cell: ({ name }) => <bdi>{name}</bdi>,
        },
        {
          id: 'actions',
          title: t('actions'),
          cell: (row) =>
            mayAct &&
            (row.state === 'awaited' || row.state === 'overdue') && (
              <Group gap="xs">
                {row.direction === 'made' && (
                  <Button size="compact-sm" data-action="write-oral" onClick={() => write(row)}>
                    {t('write')}
                  </Button>
                )}
                <Button
                  size="compact-sm"
                  variant="default"
                  data-action="confirm-oral"
                  onClick={() => onConfirm(row)}
                >
                  {t('confirm')}
                </Button>
                <Button size="compact-sm" variant="default" onClick={() => onEnd(row)}>
                  {t('end')}
                </Button>
              </Group>
            ),
        },
      ]}
    />
  )
}

function Due({ oral }: { readonly oral: KeptOralRequest }) {
  const { t } = useTranslation('oral')
  const { state, due, confirmedBy, ended } = oral
  return (
    <span data-oral={state}>
      {confirmedBy !== null ? (
        <Link href={`/packages/${confirmedBy.package}`}>✓ {t('confirmed')}</Link>
      ) : ended !== null ? (
        <>
          {t('ended')}
          <br />
          <bdi className="quiet">{ended}</bdi>
        </>
      ) : (
        <>
          <Moment at={due} />
          {state === 'overdue' && <strong className="late"> {t('overdue')}</strong>}
        </>
      )}
    </span>
  )
}
