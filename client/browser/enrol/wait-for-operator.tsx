import { Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { digestOf } from '#crypto/bytes/sha256.js'
import { spokenFingerprint } from '#crypto/directory/spoken-fingerprint.js'
import { readTrustList } from '#crypto/directory/trust-list.js'
import { enrolmentOutcome } from '../../core/enrolment/enrolment-outcome.js'
import { readInvitation } from '../../core/enrolment/read-invitation.js'
import { httpRelay } from '../../transport/http-relay.js'
import { keyring } from '../api/keyring.js'
import { Confirmed } from '../components/confirmed.js'
import { Loading, Problem } from '../components/page-states.js'
import { sendApplication } from './apply.js'
import { type Begun, enrolments } from './begun.js'
import { Complete } from './complete-form.js'

type WaitProps = { readonly begun: Begun; readonly onGone: () => void }

const AGAIN_MS = 10_000

/** The fingerprint to read out, and what the operator has decided. */
export function WaitForOperator({ begun, onGone }: WaitProps) {
  const { t } = useTranslation('enrol')
  const outcome = useQuery({
    queryKey: ['enrolment', 'outcome', begun.application],
    queryFn: async () => {
      const fingerprint = spokenFingerprint(await digestOf(begun.application))
      const { relay, authority, name } = await readInvitation(begun.invitation)
      const http = httpRelay(relay.origin, undefined, () => new Date())
      const trust = readTrustList(begun.trust)
      // It may have been closed before the application arrived: the relay knows the same one again.
      await sendApplication(begun)
      const found = await enrolmentOutcome(begun.application, trust, http, new Date())
      return { fingerprint, authority, name, outcome: found }
    },
    refetchInterval: ({ state }) => (state.data?.outcome.state === 'approved' ? false : AGAIN_MS),
  })
  const forget = async () => {
    await enrolments((await keyring()).database).forget()
    onGone()
  }
  const { data } = outcome
  return (
    <section aria-labelledby="waiting-operator" className="authority-keys">
      <Title order={2} id="waiting-operator">
        {data ? t('applied', { name: data.name }) : t('waiting')}
      </Title>
      {outcome.isPending && <Loading />}
      {outcome.error && <Problem error={outcome.error} onRetry={() => void outcome.refetch()} />}
      {data?.outcome.state === 'waiting' && (
        <>
          <p>{t('readOut')}</p>
          <p className="spoken" dir="ltr" data-fingerprint>
            {data.fingerprint}
          </p>
          <p role="status">{t('waiting')}</p>
        </>
      )}
      {data?.outcome.state === 'refused' && (
        <p className="done-bad" role="alert">
          {t('refused', { reason: data.outcome.reason })}
        </p>
      )}
      {data?.outcome.state === 'approved' && (
        <Complete begun={begun} chain={data.outcome.chain} onDone={onGone} />
      )}
      {data?.outcome.state !== 'approved' && (
        <Confirmed
          action={t('giveUp')}
          question={t('giveUpSure')}
          onConfirm={() => void forget()}
        />
      )}
    </section>
  )
}
