import { Button, Group, Paper, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PackageId } from '#crypto/fields/fields.js'
import { inspectWaiting } from '../../core/packages/inspect-waiting.js'
import type { Language } from '../../languages/language.js'
import { templateOf } from '../../templates/catalogue.js'
import { useSignedIn } from '../api/signed-in.js'
import { useAuthorityName } from '../api/use-directory.js'
import { Subject } from '../case/subject.js'
import { Confirmed } from '../components/confirmed.js'
import { listed } from '../components/listed.js'
import { Moment } from '../components/moment.js'
import { Problem } from '../components/page-states.js'
import { SendingState } from './sending-state.js'
import { useSending } from './sending/use-sending.js'

/** Packages that are sealed here and wait: after a lost line, a crash, or a change of mind. */
export function WaitingPackages() {
  const { t } = useTranslation('compose')
  const { session } = useSignedIn()
  const waiting = useQuery({
    queryKey: ['outgoing'],
    queryFn: () => session.platform.outgoing.waiting(),
    staleTime: 0,
  })
  // What was sent from here stays, and says so.
  const [sent, setSent] = useState<readonly PackageId[]>([])
  if (waiting.error) return <Problem error={waiting.error} />
  const shown = [...new Set([...(waiting.data ?? []), ...sent])].sort()
  if (shown.length === 0) return null
  return (
    <section>
      <Title order={2}>{t('waitingTitle')}</Title>
      <p>{t('waitingLead')}</p>
      {shown.map((id) => (
        <Waiting
          key={id}
          id={id}
          onSend={() => setSent([...sent, id])}
          onGone={() => {
            setSent(sent.filter((one) => one !== id))
            void waiting.refetch()
          }}
        />
      ))}
    </section>
  )
}

type WaitingProps = {
  readonly id: PackageId
  readonly onSend: () => void
  readonly onGone: () => void
}

function Waiting({ id, onSend, onGone }: WaitingProps) {
  const { t } = useTranslation('compose')
  const { session } = useSignedIn()
  const sending = useSending()
  const discard = async () => {
    await session.platform.outgoing.remove(id)
    onGone()
  }
  const isBusy = sending.state?.kind === 'working'
  return (
    <Paper withBorder p="md" mb="sm" data-waiting={id}>
      <WhatWaits id={id} />
      <SendingState sending={sending} />
      {sending.state?.kind !== 'done' && !isBusy && (
        <Group mt="sm">
          <Button
            size="xs"
            onClick={() => {
              onSend()
              sending.deliver(id)
            }}
          >
            {t('sendWaiting')}
          </Button>
          <Confirmed
            action={t('discard')}
            question={t('discardSure')}
            onConfirm={() => void discard()}
          />
        </Group>
      )}
    </Paper>
  )
}

/** To whom it goes and what it is; its number for whoever asks by that. */
function WhatWaits({ id }: { readonly id: PackageId }) {
  const { t, i18n } = useTranslation('compose')
  const { session } = useSignedIn()
  const nameOf = useAuthorityName()
  const { data, error } = useQuery({
    queryKey: ['waiting', id],
    queryFn: () => inspectWaiting(session, id),
    // Once it is sent it waits no more; what it was stays.
    staleTime: (query) => (query.state.data?.manifest ? Infinity : 0),
  })
  const template = data?.manifest?.template
  const title = template && templateOf(template.id, template.version)?.title
  const names = data?.header.recipients.map(({ authority }) => nameOf(authority)) ?? []
  return (
    <>
      {title && (
        <>
          <strong>{title[i18n.language as Language]}</strong>
          <br />
        </>
      )}
      <Subject form={data?.manifest?.form} />
      {data && (
        <>
          {t('recipient')}: {listed(names, i18n.language)} · <Moment at={data.header.created} />
          <br />
        </>
      )}
      {error && <Problem error={error} />}
      <code className="quiet">{id}</code>
    </>
  )
}
