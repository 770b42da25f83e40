import '../authority/authority.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { keyring } from '../api/keyring.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { ApplyForm } from './apply-form.js'
import { enrolments } from './begun.js'
import { WaitForOperator } from './wait-for-operator.js'

/** An authority joins the network: it applies, reads its fingerprint to the operator, and has its keys. */
export function EnrolScreen() {
  const { t } = useTranslation('enrol')
  const begun = useQuery({
    queryKey: ['enrolment'],
    // A query's data is never undefined.
    queryFn: async () => (await enrolments((await keyring()).database).read()) ?? null,
    staleTime: Infinity,
  })
  const again = () => void begun.refetch()
  return (
    <Page title={t('enrolTitle', { ns: 'signIn' })}>
      <p className="lead">{t('lead')}</p>
      {begun.isPending && <Loading />}
      {begun.error && <Problem error={begun.error} onRetry={again} />}
      {begun.data === null && <ApplyForm onBegun={again} />}
      {begun.data && <WaitForOperator begun={begun.data} onGone={again} />}
    </Page>
  )
}
