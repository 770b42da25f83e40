import { Button, Group, Paper, Title } from '@mantine/core'
import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { APPROVERS, CORRESPONDENTS } from '#crypto/directory/roles.js'
import { approveDraft } from '../../core/drafting/approve-draft.js'
import type { PreparedPackage } from '../../core/drafting/inspect-prepared.js'
import type { OpenDraft } from '../../core/drafting/read-draft.js'
import { useSignedIn } from '../api/signed-in.js'
import { Done } from '../components/done.js'
import { Problem } from '../components/page-states.js'
import { SendingState } from '../compose/sending-state.js'
import type { Sending } from '../compose/sending/use-sending.js'
import { SendBack, sendingBack } from './send-back.js'

type DecideProps = {
  readonly draft: OpenDraft
  readonly pkg: PreparedPackage
  readonly sending: Sending
}

/** Who stands behind it; approve, send back, send. What is signed is the digest of what is shown. */
export function Decide({ draft, pkg, sending }: DecideProps) {
  const { t } = useTranslation('drafts')
  const { session } = useSignedIn()
  const queries = useQueryClient()
  const renew = () => {
    void queries.invalidateQueries({ queryKey: ['drafts'] })
    void queries.invalidateQueries({ queryKey: ['draft', draft.draft] })
  }
  const approving = useMutation({
    mutationFn: () => approveDraft(session, draft.draft, pkg.opened.header.digest),
    onSettled: renew,
  })
  const own = session.officer.credential.payload
  const drafter = pkg.opened.header.credential.payload
  const isOwn = drafter.officer === own.officer || drafter.kid === own.kid
  const hasApproved = pkg.approvals.some(
    ({ officer, problem }) => problem === undefined && officer?.id === own.officer,
  )
  const mayApprove = own.roles.some((role) => APPROVERS.includes(role))
  const maySend = own.roles.some((role) => CORRESPONDENTS.includes(role))
  const { valid, needed } = pkg
  const isReturning = useIsMutating({ mutationKey: sendingBack(draft.draft) }) > 0
  const isBusy = approving.isPending || isReturning || sending.state?.kind === 'working'
  const isSent = sending.state?.kind === 'done'
  return (
    <Paper withBorder p="md" component="section" className="acknowledge">
      <Title order={2}>
        {t('approvals')}: {t('approvalsCount', { valid, needed })}
      </Title>
      <Approvals pkg={pkg} />
      {!isSent && !hasApproved && valid < needed && (
        <>
          {isOwn && <p>{t('ownDraft')}</p>}
          {!isOwn && !mayApprove && <p>{t('noRole')}</p>}
          {!isOwn && mayApprove && <p>{t('approveMeaning')}</p>}
        </>
      )}
      {hasApproved &&
        (approving.isIdle ? <p>✓ {t('approved')}</p> : <Done>✓ {t('approved')}</Done>)}
      {approving.error && <Problem error={approving.error} />}
      <SendingState sending={sending} />
      {!isSent && (
        <Group mt="sm">
          {!isOwn && mayApprove && !hasApproved && valid < needed && (
            <Button data-action="approve" disabled={isBusy} onClick={() => approving.mutate()}>
              {t(approving.isPending ? 'approving' : 'approve')}
            </Button>
          )}
          {valid >= needed && maySend && (
            <Button
              data-action="send-draft"
              disabled={isBusy}
              onClick={() => sending.sendDraft(draft.draft)}
            >
              {t('send')}
            </Button>
          )}
        </Group>
      )}
      {!isSent && (
        <SendBack
          draft={draft.draft}
          header={pkg.opened.header.digest}
          isBusy={isBusy}
          onSettled={renew}
        />
      )}
    </Paper>
  )
}

function Approvals({ pkg: { approvals } }: { readonly pkg: PreparedPackage }) {
  const { t } = useTranslation('drafts')
  if (approvals.length === 0) return <p className="quiet">{t('noApproval')}</p>
  return (
    <ul className="plain-list">
      {approvals.map(({ officer, problem, item }) => (
        <li key={item.approval} data-approved={problem === undefined}>
          <bdi>{officer?.name ?? '?'}</bdi>:{' '}
          {problem === undefined
            ? `✓ ${t('approvalCounts')}`
            : `✗ ${t('approvalIdle', { code: problem })}`}
        </li>
      ))}
    </ul>
  )
}
