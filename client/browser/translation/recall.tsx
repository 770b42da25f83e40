import { Button, Group, NativeSelect, Stack, Title } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { CORRESPONDENTS } from '#crypto/directory/roles.js'
import { hasEnded } from '#crypto/translation/handoff-state.js'
import { actOnHandoff, recallForBreach } from '../../core/translation/act-on-handoff.js'
import type { OpenHandoff } from '../../core/translation/read-handoff.js'
import { useSignedIn } from '../api/signed-in.js'
import { Problem } from '../components/page-states.js'
import type { Ground } from './hand-over.js'
import { useAct } from './use-act.js'

const GROUNDS = ['no-longer-needed', 'source-changed', 'mistake', 'breach'] as const

/** For the authority that handed it over: it takes it back, or gives the same documents to somebody else. */
export function Recall({ open }: { readonly open: OpenHandoff }) {
  const { t } = useTranslation('translation')
  const { session } = useSignedIn()
  const [asked, setAsked] = useState<'no' | 'yes' | 'no-more'>('no')
  const isAsked = asked === 'yes'
  const [ground, setGround] = useState<Ground>('no-longer-needed')
  const recalling = useAct(async () =>
    ground === 'breach'
      ? recallForBreach(session, open)
      : actOnHandoff(session, open, { act: 'recall', ground, detail: null }),
  )
  const { authority, roles } = session.officer.credential.payload
  const { payload } = open.handoff
  const mayAct =
    payload.authority === authority && CORRESPONDENTS.some((role) => roles.includes(role))
  const { state } = open.derived
  // What nobody took on, or was taken back, can be handed over anew; a certified one stands, or is taken back.
  const isOver = state !== undefined && hasEnded(state)
  if (!mayAct || (isOver && state.stage === 'superseded')) return null
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    recalling.mutate(undefined)
  }
  return (
    <section aria-labelledby="recall">
      <Title order={2} id="recall">
        {t('recall')}
      </Title>
      {payload.source.header === null ? (
        <p>{t('reassignFiles')}</p>
      ) : (
        <p>
          <Link href={`/translation/${payload.handoff}/reassign`} data-action="to-reassign">
            {t('reassign')}
          </Link>
        </p>
      )}
      {!isOver && !isAsked && (
        <Button
          size="xs"
          variant="default"
          data-action="recall"
          autoFocus={asked === 'no-more'}
          onClick={() => setAsked('yes')}
        >
          {t('takeBack')}
        </Button>
      )}
      {!isOver && isAsked && (
        <form noValidate onSubmit={submit} className="hand-off-form">
          <Stack gap="sm">
            <p>{t('takeBackMeaning')}</p>
            <NativeSelect
              autoFocus
              id="recall-ground"
              label={t('ground')}
              value={ground}
              onChange={(event) => setGround(event.currentTarget.value as Ground)}
            >
              {GROUNDS.map((one) => (
                <option key={one} value={one}>
                  {t(`recall-${one}`)}
                </option>
              ))}
            </NativeSelect>
            {recalling.error && <Problem error={recalling.error} />}
            <Group>
              <Button
                type="submit"
                color="red"
                data-action="sign-recall"
                disabled={recalling.isPending}
              >
                {t(recalling.isPending ? 'signing' : 'signRecall')}
              </Button>
              <Button variant="default" onClick={() => setAsked('no-more')}>
                {t('cancel', { ns: 'common' })}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </section>
  )
}
