import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Mailbox } from './mailbox-of.js'

/** How far back this page goes, what its numbers and filters cover, and the ways to the rest. */
export function CutNote({ mailbox: { listed, isCut } }: { readonly mailbox: Mailbox }) {
  const { t } = useTranslation('inbox')
  if (!isCut) return null
  return (
    <p className="quiet" data-cut={listed.inbox + listed.sent}>
      {t('newestOnly', { received: listed.inbox, sent: listed.sent })}{' '}
      <Link href="/search">{t('toSearch')}</Link>
    </p>
  )
}
