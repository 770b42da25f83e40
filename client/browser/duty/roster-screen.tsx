import './duty.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dutyRoster } from '../../core/duty/duty-roster.js'
import { listOfficers } from '../../core/officers/list-officers.js'
import { draftOf, type RosterDraft } from '../../core/duty/roster-draft.js'
import { useSignedIn } from '../api/signed-in.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { RosterForm } from './roster-form.js'

const EMPTY: RosterDraft = {
  persons: [],
  shifts: [],
  exceptions: [],
  backup: [],
  keyWarnings: [],
  webhooks: [],
}

/** Who is woken when something urgent comes in: set by an officer with the role duty or admin. */
export function RosterScreen() {
  const { t } = useTranslation('duty')
  const { session } = useSignedIn()
  const found = useQuery({
    queryKey: ['duty', 'setting'],
    queryFn: async () => {
      const [read, members] = await Promise.all([dutyRoster(session), listOfficers(session)])
      return { members, draft: read ? draftOf(read.roster, members) : EMPTY }
    },
    // What is being written is not taken away.
    staleTime: Infinity,
    gcTime: 0,
  })
  return (
    <Page title={t('setRoster')}>
      <p className="lead">{t('rosterLead')}</p>
      {found.isPending && <Loading />}
      {found.error && <Problem error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <RosterForm members={found.data.members} before={found.data.draft} />}
    </Page>
  )
}
