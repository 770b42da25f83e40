import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { keyring } from '../api/keyring.js'
import { Empty, Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { RunSelfTest } from './run-self-test.js'

/** A full exchange between two identities of this browser, by the very acts that officers do. */
export function SelfTestScreen() {
  const { t } = useTranslation('selfTest')
  const kept = useQuery({
    queryKey: ['identities'],
    queryFn: async () => (await keyring()).kept.list(),
  })
  const authorities = new Set(kept.data?.map(({ authority }) => authority))
  return (
    <Page title={t('title')}>
      <p className="lead">{t('lead')}</p>
      {kept.isPending && <Loading />}
      {kept.error && <Problem error={kept.error} onRetry={() => void kept.refetch()} />}
      {kept.data && authorities.size < 2 && (
        <Empty title={t('needTwo')}>
          <p>
            {t('needTwoMeaning')} <Link href="/">{t('toStart')}</Link>
          </p>
        </Empty>
      )}
      {kept.data && authorities.size >= 2 && <RunSelfTest identities={kept.data} />}
    </Page>
  )
}
