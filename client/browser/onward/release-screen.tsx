import './onward.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { PackageId } from '#crypto/fields/fields.js'
import { readPackage } from '../../core/packages/open-package.js'
import { useSignedIn } from '../api/signed-in.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { ReleaseForm } from './release-form.js'

/** Versions of classified documents are released; the originals stay sealed where they are. */
export function ReleaseScreen() {
  const { t } = useTranslation('onward')
  const { id } = useParams<{ id: string }>()
  const { session } = useSignedIn()
  const read = useQuery({
    queryKey: ['onward', id],
    queryFn: () => readPackage(session, PackageId.parse(id)),
    // What is being written is not taken away.
    staleTime: Infinity,
    gcTime: 0,
  })
  return (
    <Page title={t('release')} actions={<Link href={`/packages/${id}`}>{t('toPackage')}</Link>}>
      <p className="lead">{t('releaseMeaning')}</p>
      {read.isPending && <Loading what={t('reading')} />}
      {read.error && <Problem error={read.error} onRetry={() => void read.refetch()} />}
      {read.data && <ReleaseForm read={read.data} />}
    </Page>
  )
}
