import './sign-in.css'
import { Alert, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { IDLE_MINUTES, keyring } from '../api/keyring.js'
import { useAccess } from '../api/signed-in.js'
import { siteQuery } from '../api/site.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { BringIn } from './bring-in.js'
import { Examples } from './examples.js'
import { KeptIdentities } from './kept-identities.js'

/** Where everybody begins: keys that are here, keys to bring in, the example, and help when they are lost. */
export function SignIn() {
  const { t } = useTranslation('signIn')
  const { lockedBy } = useAccess()
  const site = useQuery(siteQuery)
  const kept = useQuery({
    queryKey: ['identities'],
    queryFn: async () => (await keyring()).kept.list(),
    staleTime: 0,
  })
  const failure = site.error ?? kept.error
  const again = () => {
    for (const asked of [site, kept]) if (asked.error) void asked.refetch()
  }
  if (site.data === undefined || kept.data === undefined) {
    return (
      <Page title={t('title')}>
        {failure ? <Problem error={failure} onRetry={again} /> : <Loading />}
      </Page>
    )
  }
  const { origin, relay, example } = site.data
  if (origin !== location.origin) {
    // Proofs of possession are bound to the relay's own address: nothing would work here.
    return (
      <Page title={t('title')}>
        <Alert color="red" title={t('wrongOrigin')}>
          <a href={origin}>{t('wrongOriginGo', { origin })}</a>
        </Alert>
      </Page>
    )
  }
  const own = kept.data.filter(({ isExample }) => !isExample || !example)
  return (
    <Page title={t('title')}>
      {lockedBy === 'idle' && (
        <Alert role="status" mb="md">
          {t('lockedIdle', { minutes: IDLE_MINUTES })}
        </Alert>
      )}
      {lockedBy === 'ended' && (
        <Alert role="status" mb="md">
          {t('lockedEnded')}
        </Alert>
      )}
      <p className="lead">{t('lead')}</p>
      {example && <Examples relay={{ origin, id: relay }} />}
      <div className="sign-in-columns">
        <div>
          {own.length > 0 && (
            <KeptIdentities identities={own} onChange={() => void kept.refetch()} />
          )}
          <BringIn relay={{ origin, id: relay }} />
        </div>
        <div>
          <Explained />
          <section>
            <Title order={2}>{t('noAccount')}</Title>
            <ul className="plain-list">
              <li>
                <Link href="/new-keys">{t('newKeysTitle')}</Link>
              </li>
              <li>
                <Link href="/enrol">{t('enrolTitle')}</Link>
              </li>
              <li>
                <Link href="/operator">{t('operatorTitle')}</Link>
              </li>
              <li>
                <Link href="/proof">{t('noAccountProof')}</Link>
              </li>
            </ul>
          </section>
        </div>
      </div>
    </Page>
  )
}

function Explained() {
  const { t } = useTranslation('signIn')
  return (
    <section>
      <Title order={2}>{t('explainTitle')}</Title>
      <ul className="plain-list">
        <li>{t('explainSeal')}</li>
        <li>{t('explainKey')}</li>
        <li>{t('explainOpen')}</li>
        <li>{t('explainIdle', { minutes: IDLE_MINUTES })}</li>
      </ul>
      <details className="lost">
        <summary>{t('lostTitle')}</summary>
        <ul className="plain-list">
          <li>{t('lostPassphrase')}</li>
          <li>{t('lostFile')}</li>
          <li>{t('lostKey')}</li>
          <li>{t('stolen')}</li>
        </ul>
      </details>
    </section>
  )
}
