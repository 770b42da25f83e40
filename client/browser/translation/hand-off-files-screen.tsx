import './translation.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { offeredTranslators } from '../../core/translation/offered-translators.js'
import { useSignedIn } from '../api/signed-in.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { HandOffForm } from './hand-off-form.js'

/** Files that no package has yet are translated before they are sent. */
export function HandOffFilesScreen() {
  const { t } = useTranslation('translation')
  const { session } = useSignedIn()
  const offered = useQuery({
    queryKey: ['translation', 'offered'],
    queryFn: () => offeredTranslators(session),
    // What is being written is not taken away.
    staleTime: Infinity,
    gcTime: 0,
  })
  return (
    <Page title={t('handOffFiles')} actions={<Link href="/translation">{t('toDesk')}</Link>}>
      <p className="lead">{t('handOffFilesMeaning')}</p>
      {offered.isPending && <Loading what={t('reading')} />}
      {offered.error && <Problem error={offered.error} onRetry={() => void offered.refetch()} />}
      {offered.data && <HandOffForm read={undefined} replaces={undefined} offered={offered.data} />}
    </Page>
  )
}
