import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditedAct } from '../../core/operations/audit.js'
import { DataTable } from '../components/data-table.js'
import { Moment } from '../components/moment.js'
import { auditDoes } from './audit-kinds.js'
import { AuditSaying } from './audit-saying.js'

/** A row for each statement: when by the relay's clock, about whom, what, who, and where it is in the log. */
export function AuditTable({ acts }: { readonly acts: readonly AuditedAct[] }) {
  const { t } = useTranslation('operator')
  return (
    <DataTable
      caption={t('audit')}
      rows={acts}
      keyOf={({ evidence }) => evidence}
      columns={[
        { id: 'at', title: t('auditWhen'), cell: ({ at }) => <Moment at={at} exact /> },
        {
          id: 'about',
          title: t('auditAbout'),
          cell: ({ about }) => (
            <div>
              <bdi className="mono">{about}</bdi>
            </div>
          ),
        },
        {
          id: 'what',
          title: t('auditWhat'),
          isRowHeader: true,
          cell: (act) => (
            <div data-audit={act.code}>
              {t(auditDoes(act))}
              <div className="quiet">
                <AuditSaying act={act} />
              </div>
            </div>
          ),
        },
        {
          id: 'by',
          title: t('auditBy'),
          cell: ({ by, about, said }) => (
            <div>
              {by === 'operator' ? t('auditOperator') : <bdi className="mono">{about}</bdi>}
              <div className="quiet short-id">
                {t('auditKey')} <bdi className="mono">{said.kid.slice(0, KID_SHOWN)}…</bdi>
              </div>
            </div>
          ),
        },
        { id: 'leaf', title: t('auditLeaf'), cell: (act) => <Leaf act={act} /> },
        { id: 'digest', title: t('auditDigest'), cell: ({ said }) => <Digest of={said.digest} /> },
      ]}
    />
  )
}

/** Enough to tell the keys of one list apart. */
const KID_SHOWN = 8

function Leaf({ act: { leaf } }: { readonly act: AuditedAct }) {
  const { t } = useTranslation('operator')
  if (leaf === null) return <span className="mark mark-bad">▲ {t('auditUnlogged')}</span>
  return leaf === undefined ? t('auditNoLog') : <div>{leaf}</div>
}

/** The digest, to be held against an excerpt of the log: its beginning, and all of it on the clipboard. */
function Digest({ of }: { readonly of: string }) {
  const { t } = useTranslation('operator')
  const [outcome, setOutcome] = useState<'copied' | 'refused' | undefined>()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(of)
      setOutcome('copied')
    } catch {
      setOutcome('refused')
    }
  }
  // A browser that gives no clipboard shows all of it instead.
  if (outcome === 'refused') return <bdi className="mono">{of}</bdi>
  return (
    <div>
      <code dir="ltr" className="short-id">
        {of.slice(0, 8)}…
      </code>{' '}
      <Button
        size="compact-xs"
        variant="default"
        data-copies={of}
        aria-label={t('auditCopy', { digest: of.slice(0, 8) })}
        onClick={() => void copy()}
      >
        {outcome === 'copied' ? '✓' : t('auditCopyShort')}
      </Button>
    </div>
  )
}
