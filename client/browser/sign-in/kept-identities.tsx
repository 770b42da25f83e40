import { Button, Group, Paper, PasswordInput, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { lazy, type SubmitEvent, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeptIdentity } from '../../keystore/indexed-db/identities.js'
import { keyring, unlock } from '../api/keyring.js'
import { useAccess } from '../api/signed-in.js'
import { Confirmed } from '../components/confirmed.js'
import { Loading, Problem } from '../components/page-states.js'

/** Rarely wanted, and no part of what a slow line waits for. */
const ChangePassphrase = lazy(async () => ({
  default: (await import('./change-passphrase.js')).ChangePassphrase,
}))

type KeptProps = { readonly identities: readonly KeptIdentity[]; readonly onChange: () => void }

/** The identities of this browser, each to be unlocked with its passphrase. */
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
  const [isChanging, setChanging] = useState(false)
  const opening = useMutation({
    mutationFn: () => unlock(identity, passphrase),
    onSuccess: enter,
  })
  const leave = async () => {
    await (await keyring()).kept.forget(identity.id)
    onChange()
  }
  const name = identity.name ?? identity.authority
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
            {opening.isPending ? t('unlocking') : t('unlock')}
          </Button>
          <Button
            variant="subtle"
            data-action="other-passphrase"
            aria-expanded={isChanging}
            onClick={() => setChanging(true)}
          >
            {t('changePassphrase')}
          </Button>
          <Confirmed
            size="sm"
            action={t('forget')}
            question={t('forgetSure', { name })}
            onConfirm={() => void leave()}
          />
        </Group>
      </Paper>
      {isChanging && (
        <Suspense fallback={<Loading />}>
          <ChangePassphrase
            identity={identity}
            onChanged={onChange}
            onClose={() => setChanging(false)}
          />
        </Suspense>
      )}
    </>
  )
}
