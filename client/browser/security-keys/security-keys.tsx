import { Button, Group, PasswordInput, Stack, TextInput, Title } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BoundKey, MOST_KEYS } from '#crypto/keystore/bound-keystore-file.js'
import type { KeptIdentity } from '../../keystore/indexed-db/identities.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { Problem } from '../components/page-states.js'
import { BoundKeyList } from './bound-key-list.js'
import { boundKeysOf } from './bound-keys-of.js'
import { SecurityKeyDone } from './security-key-done.js'
import { useKeyChange } from './use-key-change.js'

type SecurityKeysProps = {
  readonly identity: KeptIdentity
  readonly onChanged: () => void
  readonly onClose: () => void
}

/** The security keys that an identity is bound to in this browser: none, one, a spare one; and each removed again. */
export function SecurityKeys({ identity, onChanged, onClose }: SecurityKeysProps) {
  const { t } = useTranslation('securityKeys')
  const { t: signIn } = useTranslation('signIn')
  const { t: common } = useTranslation()
  const bound = boundKeysOf(identity)
  const [passphrase, setPassphrase] = useState('')
  const [typed, setTyped] = useState<string | undefined>()
  const [errors, setErrors] = useState<FieldErrors>({})
  const name = typed ?? t(bound.length === 0 ? 'mainName' : 'spareName')
  const idOf = (field: string) => `${field}-security-key-${identity.id}`
  const changing = useKeyChange(identity, passphrase, () => {
    setPassphrase('')
    setTyped(undefined)
    onChanged()
  })
  const isGood = (fields: 'all' | 'passphrase') => {
    const isNamed = fields === 'passphrase' || BoundKey.shape.name.safeParse(name).success
    const found = {
      ...(passphrase === '' ? { [idOf('passphrase')]: signIn('needPassphrase') } : {}),
      ...(isNamed ? {} : { [idOf('name')]: t('needName') }),
    }
    setErrors(found)
    return Object.keys(found).length === 0
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (isGood('all')) changing.mutate({ what: 'bound', name })
  }
  if (changing.data) {
    return <SecurityKeyDone {...changing.data} onMore={changing.reset} onClose={onClose} />
  }
  const title = idOf('title')
  return (
    <form noValidate onSubmit={submit} aria-labelledby={title}>
      <Title order={3} size="h5" id={title}>
        {t('title')}
      </Title>
      <p>{t('meaning')}</p>
      <p>{t('needs')}</p>
      <p>{t('fileRemains')}</p>
      <Stack gap="md" mb="md">
        <ErrorSummary errors={errors} />
        <PasswordInput
          id={idOf('passphrase')}
          label={signIn('passphrase')}
          autoComplete="current-password"
          error={errors[idOf('passphrase')]}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <BoundKeyList
          keys={bound}
          isBusy={changing.isPending}
          mayRemove={() => isGood('passphrase')}
          onRemove={({ name: its, credential }) => {
            const what = bound.length === 1 ? 'unbound' : 'removed'
            changing.mutate({ what, name: its, credential })
          }}
        />
        {bound.length < MOST_KEYS && (
          <TextInput
            id={idOf('name')}
            label={t('name')}
            description={t('nameHint')}
            maxLength={64}
            error={errors[idOf('name')]}
            value={name}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        {changing.error && <Problem error={changing.error} />}
        <div role="status">
          {changing.variables?.what === 'bound' && changing.isPending && (
            <p>{t(bound.length === 0 ? 'askingFirst' : 'askingAnother')}</p>
          )}
        </div>
        <Group>
          {bound.length < MOST_KEYS && (
            <Button type="submit" data-action="bind-security-key" disabled={changing.isPending}>
              {t(bound.length === 0 ? 'bind' : 'another')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {common('close')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
