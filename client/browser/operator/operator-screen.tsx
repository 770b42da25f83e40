import '../authority/authority.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Operator } from '../../core/operations/operator.js'
import { siteQuery } from '../api/site.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { useForAWhile } from '../components/use-for-a-while.js'
import { Audit } from './audit.js'
import { BringOperator } from './bring-operator.js'
import { Invite } from './invite.js'
import { Holds } from './holds.js'
import { Network } from './network.js'
import { Requests } from './requests.js'
import { Retention } from './retention.js'
import { Standing } from './standing.js'
import { Suspend } from './suspend.js'

/** For whoever operates the network: who asks to join, how all of it stands, whose mail stops, what is kept and for how long. */
export function OperatorScreen() {
  const { t } = useTranslation('operator')
  const site = useQuery(siteQuery)
  const [operator, setOperator] = useForAWhile<Operator>()
  return (
    <Page title={t('operatorTitle', { ns: 'signIn' })}>
      <p className="lead">{t('lead')}</p>
      <p>
        <Link href="/self-test">{t('selfTest')}</Link>
      </p>
      {site.isPending && <Loading />}
      {site.error && <Problem error={site.error} onRetry={() => void site.refetch()} />}
      {site.data && !operator && (
        <BringOperator
          relay={{ id: site.data.relay, origin: site.data.origin }}
          onOpen={setOperator}
        />
      )}
      {operator && (
        <>
          <Requests operator={operator} />
          <Standing operator={operator} />
          <Network operator={operator} />
          <Invite operator={operator} />
          <Suspend operator={operator} />
          <Retention operator={operator} />
          <Holds operator={operator} />
          <Audit operator={operator} />
        </>
      )}
    </Page>
  )
}
