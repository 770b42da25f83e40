import { Button, Group, Paper, PasswordInput, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { lazy, type SubmitEvent, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isBoundKeystore } from '#crypto/keystore/is-bound-keystore.js'
import type { KeptIdentity } from '../../keystore/indexed-db/identities.js'
import { keyring, unlock } from '../api/keyring.js'
import { useAccess } from '../api/signed-in.js'
import { Confirmed } from '../components/confirmed.js'
import { Loading, Problem } from '../components/page-states.js'
import { sayEverything } from '../languages/start-languages.js'

/** Rarely wanted, and no part of what a slow line waits for. */
const TASKS = {
  passphrase: lazy(async () => {
    const [{ ChangePassphrase }] = await Promise.all([
      import('./change-passphrase.js'),
      sayEverything(),
    ])
    return { default: ChangePassphrase }
  }),
  securityKeys: lazy(async () => {
    const [{ SecurityKeys }] = await Promise.all([
      import('../security-keys/security-keys.js'),
      sayEverything(),
    ])
    return { default: SecurityKeys }
  }),
}
type Task = keyof typeof TASKS

type KeptProps = { readonly identities: readonly KeptIdentity[]; readonly onChange: () => void }

/** The identities of this browser, each to be unlocked with its passphrase, and its security key where it has one. */
export function KeptIdentities({ identities, onChange }: KeptProps) {
  const { t } = useTranslation('signIn')
  return (
    <section>
      <Title order={2}>{t('keptTitle')}</Title>
      {identities.map((identity) => (
        <Kept key={identity.id} identity={identity} onChange={onChange} />
      ))}
    </section>
  )
}

function Kept({ identity, onChange }: { identity: KeptIdentity; onChange: () => void }) {
  const { t } = useTranslation('signIn')
  const { enter } = useAccess()
  const [passphrase, setPassphrase] = useState('')
  const [task, setTask] = useState<Task | undefined>()
  const opening = useMutation({
    mutationFn: () => unlock(identity, passphrase),
    onSuccess: enter,
  })
  const leave = async () => {
    await (await keyring()).kept.forget(identity.id)
    onChange()
  }
  const name = identity.name ?? identity.authority
  const isBound = isBoundKeystore(identity.keystore)
  const Chosen = task && TASKS[task]
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    opening.mutate()
  }
  return (
    <>
      <Paper withBorder p="md" mb="sm" component="form" onSubmit={submit}>
        <Text fw={600}>
          <bdi>{name}</bdi>
        </Text>
        <Text size="sm" className="quiet">
          <bdi className="mono">{identity.authority}</bdi>
        </Text>
        {isBound && <Text size="sm">{t('boundToKey')}</Text>}
        <PasswordInput
          mt="xs"
          label={t('passphrase')}
          autoComplete="current-password"
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        {opening.error && <Problem error={opening.error} />}
        <Group mt="sm">
          <Button
            type="submit"
            aria-label={t('unlockAs', { name })}
            disabled={passphrase === '' || opening.isPending}
          >
            {t(opening.isPending ? (isBound ? 'askingKey' : 'unlocking') : 'unlock')}
          </Button>
          <Button
            variant="subtle"
            data-action="other-passphrase"
            aria-expanded={task === 'passphrase'}
            onClick={() => setTask('passphrase')}
          >
            {t('changePassphrase')}
          </Button>
          <Button
            variant="subtle"
            data-action="security-keys"
            aria-expanded={task === 'securityKeys'}
            onClick={() => setTask('securityKeys')}
          >
            {t('securityKeys')}
          </Button>
          <Confirmed
            size="sm"
            action={t('forget')}
            question={t('forgetSure', { name })}
            onConfirm={() => void leave()}
          />
        </Group>
      </Paper>
      {Chosen && (
        <Suspense fallback={<Loading />}>
          <Chosen identity={identity} onChanged={onChange} onClose={() => setTask(undefined)} />
        </Suspense>
      )}
    </>
  )
}
