import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Loading, Problem } from '../components/page-states.js'
import type { ShownPackage } from './use-package.js'
import { useStanding } from './use-standing.js'

/** What is to be known before a package is acted on: that it does not count, or that this cannot be told. */
export function Standing({ pkg }: { readonly pkg: ShownPackage }) {
  const { t } = useTranslation('pkg')
  const { t: cases } = useTranslation('cases')
  const { data, error, refetch } = useStanding(pkg)
  if (error) return <Problem error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loading what={t('standingPending')} />
  if (data.counts === true) return null
  return (
    <p className="done-bad" role="alert" data-counts={String(data.counts)}>
      <strong>{t(data.counts === null ? 'standingUnknown' : 'doesNotCount')}</strong>{' '}
      {data.counts === false && cases(`illegal_${data.illegal.code}`)}.{' '}
      <Link href={`/cases/${pkg.read.manifest.case}`}>{t('onInCase')}</Link>
    </p>
  )
}
