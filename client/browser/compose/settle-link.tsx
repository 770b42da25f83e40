import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { DraftId } from '#crypto/fields/fields.js'

/** To where two versions of a draft are settled; on the page of that very draft it opens it anew. */
export function SettleLink({ draft }: { readonly draft: DraftId }) {
  const { t } = useTranslation('drafts')
  const queries = useQueryClient()
  return (
    <Link
      href={`/drafts/${draft}`}
      data-action="settle"
      onClick={() => void queries.invalidateQueries({ queryKey: ['draft', draft] })}
    >
      {t('settle')}
    </Link>
  )
}
