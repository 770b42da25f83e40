import './translation.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { PackageId } from '#crypto/fields/fields.js'
import { readPackage } from '../../core/packages/open-package.js'
import { offeredTranslators } from '../../core/translation/offered-translators.js'
import { useSignedIn } from '../api/signed-in.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { HandOffForm } from './hand-off-form.js'

/** Chosen documents of a package, and nothing else of it, are handed over to be translated. */
export function HandOffScreen() {
  const { t } = useTranslation('translation')
  const { id } = useParams<{ id: string }>()
  const { session } = useSignedIn()
  const found = useQuery({
    queryKey: ['translation', 'handing-off', id],
    queryFn: async () => {
      const [read, offered] = await Promise.all([
        readPackage(session, PackageId.parse(id)),
        offeredTranslators(session),
      ])
      return { read, offered }
    },
    // What is being written is not taken away.
    staleTime: Infinity,
    gcTime: 0,
  })
  return (
    <Page title={t('handOff')} actions={<Link href={`/packages/${id}`}>{t('openPackage')}</Link>}>
      <p className="lead">{t('handOffMeaning')}</p>
      {found.isPending && <Loading what={t('reading')} />}
      {found.error && <Problem error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <HandOffForm replaces={undefined} {...found.data} />}
    </Page>
  )
}
