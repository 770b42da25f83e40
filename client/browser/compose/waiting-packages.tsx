import { Button, Group, Paper, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSignedIn } from '../api/signed-in.js'
import { Confirmed } from '../components/confirmed.js'
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
  if (waiting.error) return <Problem error={waiting.error} />
  if (!waiting.data || waiting.data.length === 0) return null
  return (
    <section>
      <Title order={2}>{t('waitingTitle')}</Title>
      <p>{t('waitingLead')}</p>
      {waiting.data.map((id) => (
        <Waiting key={id} id={id} onGone={() => void waiting.refetch()} />
      ))}
    </section>
  )
}

function Waiting({ id, onGone }: { readonly id: string; readonly onGone: () => void }) {
  const { t } = useTranslation('compose')
  const { session } = useSignedIn()
  const sending = useSending()
  const discard = async () => {
    await session.platform.outgoing.remove(id)
    onGone()
  }
  const isBusy = sending.state?.kind === 'working'
  return (
    <Paper withBorder p="md" mb="sm">
      <code>{id}</code>
      <SendingState sending={sending} />
      {sending.state?.kind !== 'done' && !isBusy && (
        <Group mt="sm">
          <Button size="xs" onClick={() => sending.deliver(id)}>
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
