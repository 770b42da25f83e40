import './authority.css'
import { Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listOfficers } from '../../core/officers/list-officers.js'
import { useSignedIn } from '../api/signed-in.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { useForAWhile } from '../components/use-for-a-while.js'
import { FormerKeys } from '../former-keys/former-keys.js'
import { KEY_NEEDS } from '../former-keys/use-key-needs.js'
import { EntryTask } from '../own-entry/entry-task.js'
import { AddOfficer } from './add-officer.js'
import { type AuthorityKeys, identityKeys } from './authority-keys.js'
import { BringKeys } from './bring-keys.js'
import { ChangeCertificate } from './change-certificate.js'
import { ChangeFolderPassphrase } from './change-folder-passphrase.js'
import { ChangeKeys } from './change-keys.js'
import { ChangeOfficer } from './change-officer.js'
import { Endings } from './endings.js'
import { OfficerTable } from './officer-table.js'
import { Policy } from './policy.js'
import { RevokeSince } from './revoke-since.js'

/** Who acts for the authority, when its keys end; and, for an officer with the role admin, how to change both. */
export function AuthorityScreen() {
  const { t } = useTranslation('authority')
  const { session } = useSignedIn()
  const queries = useQueryClient()
  const [keys, setKeys] = useForAWhile<AuthorityKeys>()
  const [chosen, setChosen] = useState<string | undefined>()
  const members = useQuery({ queryKey: ['officers'], queryFn: () => listOfficers(session) })
  const isAdmin = session.officer.credential.payload.roles.includes('admin')
  const renew = () => {
    for (const queryKey of [['officers'], ['directory'], ['entry'], ['endings'], KEY_NEEDS])
      void queries.invalidateQueries({ queryKey })
  }
  const member = members.data?.find(({ claims }) => claims.kid === chosen)
  return (
    <Page title={t('title')}>
      <p className="lead">{t('lead')}</p>
      <section aria-labelledby="officers">
        <Title order={2} id="officers">
          {t('officers')}
        </Title>
        {members.isPending && <Loading />}
        {members.error && <Problem error={members.error} onRetry={() => void members.refetch()} />}
        {members.data && (
          <OfficerTable members={members.data} onChange={keys ? setChosen : undefined} />
        )}
      </section>
      {keys && member?.standing === 'active' && (
        <ChangeOfficer
          key={member.claims.kid}
          member={member}
          keys={keys}
          onDone={renew}
          onClose={() => setChosen(undefined)}
        />
      )}
      {keys && member && (
        <RevokeSince key={member.claims.kid} member={member} keys={keys} onDone={renew} />
      )}
      <Endings />
      <FormerKeys />
      {isAdmin && !keys && <BringKeys onOpen={setKeys} />}
      {isAdmin && <ChangeFolderPassphrase />}
      {!isAdmin && <p className="quiet">{t('adminOnly')}</p>}
      {keys && (
        <>
          <AddOfficer keys={keys} onDone={renew} />
          <EntryTask identity={keys.identity} onDone={renew} />
          <Policy keys={keys} onDone={renew} />
          <ChangeKeys keys={keys} onDone={renew} />
          <ChangeCertificate
            keys={keys}
            onDone={(pkcs12) => {
              setKeys({ ...keys, ...identityKeys(pkcs12) })
              renew()
            }}
          />
        </>
      )}
    </Page>
  )
}
