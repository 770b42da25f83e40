import '../inbox/inbox.css'
import '../proof/proof.css'
import './ageing.css'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useAccess } from '../api/signed-in.js'
import { Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { AgeingForm } from './ageing-form.js'
import { AgeingSummary } from './ageing-summary.js'
import { AgeingTable } from './ageing-table.js'
import { Renew } from './renew.js'
import { UnjudgedTable } from './unjudged-table.js'
import { useAgeing } from './use-ageing.js'

/** Which bundles of an archive must be renewed and when; and renewing them. No file leaves this computer. */
export function AgeingScreen() {
  const { t } = useTranslation('ageing')
  const { t: proof } = useTranslation('proof')
  const { signedIn } = useAccess()
  const { judging, chosen, choose, work } = useAgeing()
  const { list, files, within } = judging.data ?? {}
  return (
    <Page title={t('title')} actions={<Link href="/proof">{proof('toProof')}</Link>}>
      <p className="lead">{t('lead')}</p>
      <AgeingForm
        chosen={chosen}
        work={work}
        isPending={judging.isPending}
        onChange={choose}
        onSubmit={() => judging.mutate(chosen)}
      />
      {judging.error && <Problem error={judging.error} />}
      {list && files && within !== undefined && (
        <>
          <AgeingSummary list={list} within={within} />
          {list.bundles.length > 0 && <AgeingTable rows={list.bundles} />}
          {list.unjudged.length > 0 && <UnjudgedTable rows={list.unjudged} />}
          {signedIn ? (
            <Renew key={judging.submittedAt} list={list} files={files} session={signedIn.session} />
          ) : (
            <p>
              {t('signInToRenew')} <Link href="/">{t('toSignIn')}</Link>
            </p>
          )}
        </>
      )}
    </Page>
  )
}
