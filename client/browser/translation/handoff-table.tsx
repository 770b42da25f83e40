import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { OpenHandoff } from '../../core/translation/read-handoff.js'
import { useSignedIn } from '../api/signed-in.js'
import { useAuthorityName } from '../api/use-directory.js'
import { DataTable } from '../components/data-table.js'
import { Moment } from '../components/moment.js'
import { StageMark } from './stage-mark.js'
import { standingOf } from './standing-of.js'
import { usePairName } from './use-pair-name.js'

type HandoffTableProps = { readonly caption: string; readonly rows: readonly OpenHandoff[] }

/** Hand-offs: between which languages, where each stands, who is expected to do what. */
export function HandoffTable({ caption, rows }: HandoffTableProps) {
  const { t } = useTranslation('translation')
  const [, go] = useLocation()
  const nameOf = useAuthorityName()
  const { pairName } = usePairName()
  const { session } = useSignedIn()
  return (
    <DataTable
      caption={caption}
      rows={rows.map((open) => ({ ...open.handoff.payload, open, ...standingOf(open, session) }))}
      keyOf={({ handoff }) => handoff}
      onOpen={({ handoff }) => go(`/translation/${handoff}`)}
      columns={[
        {
          id: 'pair',
          title: t('pair'),
          isRowHeader: true,
          cell: ({ handoff, pair }) => (
            <Link href={`/translation/${handoff}`}>{pairName(pair)}</Link>
          ),
        },
        {
          id: 'by',
          title: t('by'),
          cell: ({ open, authority }) =>
            t('byOf', {
              name: open.handoff.credential.payload.name,
              authority: nameOf(authority),
            }),
        },
        {
          id: 'stands',
          title: t('stands'),
          cell: ({ stage, isOverdue }) => <StageMark stage={stage} isOverdue={isOverdue} />,
        },
        {
          id: 'next',
          title: t('next'),
          cell: ({ awaited, isMine }) => (
            <>
              {isMine && <strong>{t('you')} </strong>}
              {t(`next_${awaited?.act ?? 'done'}`)}
            </>
          ),
        },
        { id: 'due', title: t('due'), cell: ({ terms }) => terms && <Moment at={terms.due} /> },
      ]}
    />
  )
}
