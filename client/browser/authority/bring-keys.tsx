import { Button, PasswordInput, Stack, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSignedIn } from '../api/signed-in.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { FileField } from '../components/file-field.js'
import { Problem } from '../components/page-states.js'
import { type AuthorityKeys, openAuthorityKeys } from './authority-keys.js'

/** The authority's own keys, which lie offline and are brought in for as long as the page is open. */
export function BringKeys({ onOpen }: { readonly onOpen: (keys: AuthorityKeys) => void }) {
  const { t } = useTranslation('authority')
  const { session } = useSignedIn()
  const [operational, setOperational] = useState<File | undefined>()
  const [identity, setIdentity] = useState<File | undefined>()
  const [passphrase, setPassphrase] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const opening = useMutation({
    mutationFn: (files: { readonly operational: File; readonly identity: File }) =>
      openAuthorityKeys(files, passphrase, session.officer.authority),
    onSuccess: onOpen,
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setErrors({
      ...(operational ? {} : { operational: t('needFile') }),
      ...(identity ? {} : { identity: t('needFile') }),
      ...(passphrase === '' ? { 'authority-passphrase': t('needPassphrase') } : {}),
    })
    if (operational && identity && passphrase !== '') opening.mutate({ operational, identity })
  }
  return (
    <section aria-labelledby="bring-keys" className="authority-keys">
      <Title order={2} id="bring-keys">
        {t('keysTitle')}
      </Title>
      <p>{t('keysMeaning')}</p>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          <ErrorSummary errors={errors} />
          <FileField
            id="operational"
            label={t('operational')}
            hint={t('operationalHint')}
            error={errors['operational']}
            onChoose={setOperational}
          />
          <FileField
            id="identity"
            label={t('identity')}
            hint={t('identityHint')}
            error={errors['identity']}
            onChoose={setIdentity}
          />
          <PasswordInput
            id="authority-passphrase"
            label={t('passphrase')}
            autoComplete="off"
            value={passphrase}
            error={errors['authority-passphrase']}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          {opening.error && <Problem error={opening.error} />}
          <div>
            <Button type="submit" data-action="open-keys" disabled={opening.isPending}>
              {t(opening.isPending ? 'opening' : 'open')}
            </Button>
          </div>
        </Stack>
      </form>
    </section>
  )
}
