import { Alert, Button, Group, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Done } from '../components/done.js'
import { HowFar } from '../components/how-far.js'
import { momentIn } from '../components/moment.js'
import { Problem } from '../components/page-states.js'
import { useListed } from '../components/use-listed.js'
import type { Sending } from './sending/use-sending.js'

/** How far the sending is, what came of it, and how to stop it. */
export function SendingState({ sending }: { readonly sending: Sending }) {
  const { t, i18n } = useTranslation('compose')
  const list = useListed()
  const { t: drafts } = useTranslation('drafts')
  const { state } = sending
  if (state === undefined) return null
  if (state.kind === 'failed') return <Problem error={state.error} />
  if (state.kind === 'stopped') {
    return (
      <Alert role="status" mt="sm">
        {t('stopped')}
      </Alert>
    )
  }
  if (state.kind === 'prepared') {
    return (
      <Done data-prepared={state.draft}>
        <p>
          <strong>{drafts('submitted')}</strong>
        </p>
        <p>{drafts('submittedMeaning')}</p>
        <p>
          <Link href={`/drafts/${state.draft}`}>{drafts('openDraft')}</Link>
        </p>
      </Done>
    )
  }
  if (state.kind === 'done') {
    const isAccepted = state.code === 'A.1'
    return (
      <Done isBad={!isAccepted} data-sent={state.package}>
        <p>
          <strong>{t(isAccepted ? 'sentTitle' : 'rejectedTitle')}</strong>
        </p>
        {isAccepted ? (
          <p>{t('sentLead', { code: state.code, time: bothTimes(state.time, i18n.language) })}</p>
        ) : (
          <p className="mono">{list(state.reasons)}</p>
        )}
        <p>
          <Link href={`/packages/${state.package}`}>{t('openSent')}</Link>
        </p>
      </Done>
    )
  }
  const { at } = state
  return (
    <div className="working">
      {at?.kind === 'sealing' || at?.kind === 'uploading' ? (
        <HowFar percent={at.percent} say={(percent) => t(at.kind, { name: at.name, percent })} />
      ) : (
        <p role="status">
          {at === undefined ? t('preparing') : t(at.kind === 'proving' ? 'proving' : 'submitting')}
        </p>
      )}
      <Progress
        value={at && 'percent' in at ? at.percent : 100}
        animated={at === undefined || !('percent' in at)}
        aria-label={t('preparing')}
      />
      <Group mt="sm">
        <Button size="xs" variant="default" onClick={() => sending.stop()}>
          {t('cancelSending')}
        </Button>
      </Group>
    </div>
  )
}

/** In the reader's zone, with UTC beside. */
function bothTimes(at: string, language: string): string {
  const { local, utc } = momentIn(at, language, true)
  return utc === undefined ? local : `${local} ${utc}`
}
