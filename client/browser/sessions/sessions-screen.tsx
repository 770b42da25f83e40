import { Button, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SessionRecord } from '#server/contract/session-wire.js'
import { listOfficers, nameOfOfficer } from '../../core/officers/list-officers.js'
import { endSessions, listSessions } from '../../core/session/sessions.js'
import { useSignedIn } from '../api/signed-in.js'
import { Moment } from '../components/moment.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { SessionTable } from './session-table.js'

/** Where one's key is signed in, what was told of it; for an administrator, the same of everybody of the authority. */
export function SessionsScreen() {
  const { t } = useTranslation('sessions')
  const { session, unlocking } = useSignedIn()
  const isAdmin = session.officer.credential.payload.roles.includes('admin')
  const own = useLive('key')
  const all = useLive('authority', isAdmin)
  const members = useQuery({
    queryKey: ['officers'],
    queryFn: () => listOfficers(session),
    enabled: isAdmin,
  })
  const nameOf = (officer: string) => nameOfOfficer(members.data ?? [], officer)
  const ending = useEnding()
  const others = (own.data?.sessions ?? []).filter(({ id }) => id !== unlocking.session.id)
  const failure = own.error ?? all.error ?? ending.error
  return (
    <Page title={t('title')}>
      <p className="lead">{t('lead')}</p>
      {failure && <Problem error={failure} onRetry={() => void own.refetch()} />}
      {own.isPending && <Loading />}
      {own.data && (
        <SessionTable caption={t('title')} sessions={own.data.sessions} onEnd={ending.mutate} />
      )}
      <p>{t('stranger')}</p>
      {others.length === 0 ? (
        <p className="quiet">{t('none')}</p>
      ) : (
        <Button
          mb="lg"
          variant="default"
          data-action="end-others"
          onClick={() => ending.mutate(others)}
        >
          {t('endOthers')}
        </Button>
      )}
      {own.data && own.data.notices.length > 0 && (
        <section aria-labelledby="told">
          <Title order={2} id="told">
            {t('told')}
          </Title>
          <ul className="plain-list">
            {own.data.notices.map(({ id, at, what }) => (
              <li key={id}>
                <Moment at={at} /> {t(`told_${what}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {isAdmin && all.data && (
        <section aria-labelledby="of-authority">
          <Title order={2} id="of-authority">
            {t('authority')}
          </Title>
          <SessionTable
            caption={t('authority')}
            sessions={all.data.sessions}
            onEnd={ending.mutate}
            nameOf={nameOf}
          />
        </section>
      )}
    </Page>
  )
}

function useLive(of: 'authority' | 'key', enabled = true) {
  const { session } = useSignedIn()
  return useQuery({
    queryKey: ['sessions', of],
    queryFn: async () => {
      const { sessions, notices } = await listSessions(session, of)
      return { sessions: sessions.filter(({ isLive }) => isLive), notices }
    },
    enabled,
  })
}

function useEnding() {
  const { session } = useSignedIn()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (sessions: readonly SessionRecord[]) => endSessions(session, sessions),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  })
}
