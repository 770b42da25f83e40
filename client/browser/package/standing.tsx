import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { packageStanding } from '../../core/packages/package-standing.js'
import { useSignedIn } from '../api/signed-in.js'
import type { ShownPackage } from './use-package.js'

/** What is to be known before a package is acted on: that it does not count, or that this cannot be told. */
export function Standing({ pkg: { read } }: { readonly pkg: ShownPackage }) {
  const { t } = useTranslation('pkg')
  const { t: cases } = useTranslation('cases')
  const { session } = useSignedIn()
  const { manifest } = read
  const { data } = useQuery({
    queryKey: ['package', manifest.package, 'standing'],
    queryFn: () => packageStanding(session, read),
  })
  if (data === undefined || data.counts === true) return null
  return (
    <p className="done-bad" role="alert" data-counts={String(data.counts)}>
      <strong>{t(data.counts === null ? 'standingUnknown' : 'doesNotCount')}</strong>{' '}
      {data.counts === false && cases(`illegal_${data.illegal.code}`)}.{' '}
      <Link href={`/cases/${manifest.case}`}>{t('onInCase')}</Link>
    </p>
  )
}
