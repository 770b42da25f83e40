import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Mailbox } from './mailbox-of.js'
import { MOST } from './use-mailbox.js'

/** That older packages are not on this page, and the way to them. */
export function CutNote({ mailbox }: { readonly mailbox: Mailbox }) {
  const { t } = useTranslation('inbox')
  if (!mailbox.isCut) return null
  return (
    <p className="quiet" data-cut={MOST}>
      {t('newestOnly', { number: MOST })} <Link href="/search">{t('toSearch')}</Link>
    </p>
  )
}
