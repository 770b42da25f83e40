import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ForgedRow } from '../../core/packages/claimed-row.js'
import { useAuthorityName } from '../api/use-directory.js'

/** What the relay shows and nobody should believe; the rest of the list stands. */
export function Forged({ rows }: { readonly rows: readonly ForgedRow[] }) {
  const { t } = useTranslation('inbox')
  const nameOf = useAuthorityName()
  if (rows.length === 0) return null
  return (
    <Alert color="red" mb="md" role="alert" title={t('forged', { count: rows.length })}>
      <ul className="plain-list">
        {rows.map((row) => (
          <li key={row.package} data-problem={row.problem}>
            <Link href={`/packages/${row.package}`}>
              <bdi>{row.package}</bdi>
            </Link>{' '}
            <span className="quiet">
              {nameOf(row.sender)} · <bdi>{row.problem}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </Alert>
  )
}
