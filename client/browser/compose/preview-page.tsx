import { Alert, Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { KeptOralRequest } from '../../core/duty/list-oral-requests.js'
import { Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { ConfirmsOral } from './confirms-oral.js'
import { PreviewDraft, type PreviewProps } from './preview-draft.js'
import { SealedAgain } from './sealed-again.js'
import { SettleLink } from './settle-link.js'
import { SendingState } from './sending-state.js'
import type { Dispatch } from './use-dispatch.js'

type PreviewPageProps = {
  readonly title: string
  readonly dispatch: Dispatch
  readonly caseId: string | undefined
  readonly shown: PreviewProps
  /** The oral request that it confirms in writing. */
  readonly confirms?: KeptOralRequest | undefined
  readonly onBack: () => void
}

/** What is about to be sealed, as its recipient reads it; and what came of it. */
export function PreviewPage({
  title,
  dispatch,
  caseId,
  shown,
  confirms,
  onBack,
}: PreviewPageProps) {
  const { t } = useTranslation('compose')
  const { t: drafts } = useTranslation('drafts')
  const { sending, needed, isDone, aside } = dispatch
  return (
    <Page title={`${t('previewTitle')}: ${title}`}>
      {!isDone && !sending.left && (
        <p className="lead">
          {needed === 0 ? t('previewLead') : drafts('policyLead', { count: needed })}
        </p>
      )}
      <PreviewDraft {...shown} />
      <SendingState sending={sending} />
      <SealedAgain sending={sending} />
      {confirms && sending.state?.kind === 'done' && sending.state.code === 'A.1' && (
        <ConfirmsOral oral={confirms} id={sending.state.package} />
      )}
      {dispatch.error && <Problem error={dispatch.error} />}
      {aside && (
        <Alert color="red" variant="light" role="alert" title={drafts('asideTitle')}>
          {drafts('asideMeaning', { version: aside.version })} <SettleLink draft={aside.draft} />
        </Alert>
      )}
      {!isDone && !aside && !sending.left && sending.state?.kind !== 'working' && (
        <Group mt="lg">
          <Button
            data-action={needed === 0 ? 'send' : 'submit-for-approval'}
            disabled={dispatch.isGoing}
            onClick={dispatch.go}
          >
            {needed === 0 ? t('send') : drafts('submit')}
          </Button>
          <Button variant="default" onClick={onBack}>
            {t('backToForm')}
          </Button>
        </Group>
      )}
      {isDone && caseId === undefined && <Link href="/compose">{t('another')}</Link>}
      {isDone && caseId !== undefined && <Link href={`/cases/${caseId}`}>{t('toCase')}</Link>}
    </Page>
  )
}
