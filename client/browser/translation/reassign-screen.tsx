import './translation.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { HandoffId } from '#crypto/fields/fields.js'
import { readPackage } from '../../core/packages/open-package.js'
import { offeredTranslators } from '../../core/translation/offered-translators.js'
import { readHandoff } from '../../core/translation/read-handoff.js'
import { useSignedIn } from '../api/signed-in.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { HandOffForm } from './hand-off-form.js'

/** The same documents for another translator: taken back first, so that never two have them at one time. */
export function ReassignScreen() {
  const { t } = useTranslation('translation')
  const { id } = useParams<{ id: string }>()
  const { session } = useSignedIn()
  const found = useQuery({
    queryKey: ['translation', 'reassigning', id],
    queryFn: async () => {
      const [replaces, offered] = await Promise.all([
        readHandoff(session, HandoffId.parse(id)),
        offeredTranslators(session),
      ])
      const { source } = replaces.handoff.payload
      return { replaces, offered, read: await readPackage(session, source.package) }
    },
    // What is being written is not taken away.
    staleTime: Infinity,
    gcTime: 0,
  })
  return (
    <Page title={t('reassign')} actions={<Link href={`/translation/${id}`}>{t('toHandoff')}</Link>}>
      <p className="lead">{t('reassignMeaning')}</p>
      {found.isPending && <Loading what={t('reading')} />}
      {found.error && <Problem error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <HandOffForm {...found.data} />}
    </Page>
  )
}
