import { Button, Group, PasswordInput, Stack, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isBoundKeystore } from '#crypto/keystore/is-bound-keystore.js'
import { resealKeptKeystore } from '../../core/security-keys/reseal-kept-keystore.js'
import type { KeptIdentity } from '../../keystore/indexed-db/identities.js'
import { keyring } from '../api/keyring.js'
import { Done } from '../components/done.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { Problem } from '../components/page-states.js'
import { useNewPassphrase } from '../components/use-new-passphrase.js'
import { handOut } from '../platform/hand-out.js'
import { webSecurityKeys } from '../security-keys/web-security-keys.js'

type ChangeProps = {
  readonly identity: KeptIdentity
  readonly onChanged: () => void
  readonly onClose: () => void
}

/** Another passphrase for the keystore of an identity: here, and in a file that is saved. */
export function ChangePassphrase({ identity, onChanged, onClose }: ChangeProps) {
  const { t } = useTranslation('signIn')
  const { t: keys } = useTranslation('securityKeys')
  const { t: common } = useTranslation()
  const [present, setPresent] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const idOf = (field: string) => `${field}-passphrase-${identity.id}`
  const next = useNewPassphrase({ next: idOf('next'), again: idOf('again') })
  const changing = useMutation({
    mutationFn: async () => {
      const { passphrase } = next
      const { keystore } = identity
      const resealed = await resealKeptKeystore(keystore, present, passphrase, webSecurityKeys)
      // One write: until it has reached the disk, the keystore before is the one that is kept.
      await (await keyring()).kept.replace(identity, resealed.kept)
      save(resealed.file)
      return { file: resealed.file, isBound: isBoundKeystore(resealed.kept) }
    },
    onSuccess: onChanged,
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void judge()
  }
  const judge = async () => {
    const found = {
      ...(present === '' ? { [idOf('now')]: t('needPassphrase') } : {}),
      ...(await next.wrong()),
    }
    setErrors(found)
    if (Object.keys(found).length === 0) changing.mutate()
  }
  const { data: changed } = changing
  if (changed !== undefined) {
    return (
      <Done data-passphrase="changed">
        <p>
          <strong>{t('passphraseChanged', { file: FILE })}</strong>
        </p>
        {changed.isBound && <p>{keys('otherKeys')}</p>}
        {changed.isBound && <p>{keys('fileRemains')}</p>}
        <p>{t('passphraseCopies')}</p>
        <Group>
          <Button variant="default" onClick={() => save(changed.file)}>
            {t('saveAgain')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common('close')}
          </Button>
        </Group>
      </Done>
    )
  }
  const title = `change-passphrase-${identity.id}`
  return (
    <form noValidate onSubmit={submit} aria-labelledby={title}>
      <Title order={3} size="h5" id={title}>
        {t('changePassphraseAction')}
      </Title>
      <p>{t('changePassphraseMeaning')}</p>
      {isBoundKeystore(identity.keystore) && <p>{keys('passphraseRebinds')}</p>}
      <Stack gap="md" mb="md">
        <ErrorSummary errors={errors} />
        <PasswordInput
          id={idOf('now')}
          label={t('presentPassphrase')}
          autoComplete="current-password"
          error={errors[idOf('now')]}
          value={present}
          onChange={(event) => setPresent(event.currentTarget.value)}
        />
        {next.fields(errors)}
        {changing.error && <Problem error={changing.error} />}
        <Group>
          <Button type="submit" data-action="change-passphrase" disabled={changing.isPending}>
            {t(changing.isPending ? 'changingPassphrase' : 'changePassphraseAction')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const FILE = 'officer.keystore'
const save = (keystore: string) => handOut(new Blob([keystore]), FILE)
