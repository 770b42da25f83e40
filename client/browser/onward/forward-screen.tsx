import './onward.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { PackageId } from '#crypto/fields/fields.js'
import { readPackage } from '../../core/packages/open-package.js'
import { useSignedIn } from '../api/signed-in.js'
import { useDirectory } from '../api/use-directory.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { ForwardForm } from './forward-form.js'

/** A package is passed on to a further authority, with its proof. */
export function ForwardScreen() {
  const { t } = useTranslation('onward')
  const { id } = useParams<{ id: string }>()
  const { session } = useSignedIn()
  const directory = useDirectory()
  const read = useQuery({
    queryKey: ['onward', id],
    queryFn: () => readPackage(session, PackageId.parse(id)),
    // What is being written is not taken away.
    staleTime: Infinity,
    gcTime: 0,
  })
  const error = read.error ?? directory.error
  return (
    <Page title={t('forward')} actions={<Link href={`/packages/${id}`}>{t('toPackage')}</Link>}>
      <p className="lead">{t('forwardMeaning')}</p>
      {error && (
        <Problem
          error={error}
          onRetry={() => void Promise.all([read.refetch(), directory.refetch()])}
        />
      )}
      {!error && !(read.data && directory.data) && <Loading what={t('reading')} />}
      {read.data && directory.data && (
        <ForwardForm
          read={read.data}
          entries={directory.data.entries.map(({ payload }) => payload)}
        />
      )}
    </Page>
  )
}
