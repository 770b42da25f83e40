import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { isUnread } from './filter-rows.js'
import type { Row } from './use-mailbox.js'

/** Urgent packages that came in while the list was open: read out at once, and shown until they are opened. */
export function NewUrgent({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation('inbox')
  const [before] = useState(() => new Set(rows.map((row) => row.package)))
  const fresh = rows.filter(
    (row) => row.urgency !== 'routine' && isUnread(row) && !before.has(row.package),
  )
  const [first] = fresh
  return (
    <div role="alert">
      {first && (
        <p className="done-bad new-urgent">
          <span aria-hidden>▲ </span>
          <Link href={fresh.length === 1 ? `/packages/${first.package}` : '/duty'}>
            {t('newUrgent', { count: fresh.length })}
          </Link>
        </p>
      )}
    </div>
  )
}
