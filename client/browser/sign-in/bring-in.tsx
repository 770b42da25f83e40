import { Button, PasswordInput, Stack, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { ClientError } from '../../core/client-error.js'
import { bringIn } from '../api/keyring.js'
import { useAccess } from '../api/signed-in.js'
import { Confirmed } from '../components/confirmed.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { FileField } from '../components/file-field.js'
import { Problem } from '../components/page-states.js'

type Files = { readonly keystore: File; readonly trust: File; readonly unbinds?: boolean }
type BringInProps = { readonly relay: { readonly origin: string; readonly id: AuthorityId } }

/** The two files of an enrolment, and the passphrase. */
export function BringIn({ relay }: BringInProps) {
  const { t } = useTranslation('signIn')
  const { enter } = useAccess()
  const [keystore, setKeystore] = useState<File | undefined>()
  const [trust, setTrust] = useState<File | undefined>()
  const [passphrase, setPassphrase] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const bringing = useMutation({
    mutationFn: async (files: Files) =>
      bringIn(
        {
          keystore: await files.keystore.text(),
          trust: await files.trust.text(),
          passphrase,
          isExample: false,
          unbinds: files.unbinds ?? false,
        },
        relay,
      ),
    onSuccess: enter,
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setErrors({
      ...(keystore ? {} : { keystore: t('needKeystore') }),
      ...(trust ? {} : { trust: t('needTrust') }),
      ...(passphrase === '' ? { passphrase: t('needPassphrase') } : {}),
    })
    if (keystore && trust && passphrase !== '') bringing.mutate({ keystore, trust })
  }
  return (
    <section>
      <Title order={2}>{t('importTitle')}</Title>
      <p>{t('importLead')}</p>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          <ErrorSummary errors={errors} />
          <FileField
            id="keystore"
            label={t('keystore')}
            hint={t('keystoreHint')}
            error={errors['keystore']}
            onChoose={setKeystore}
          />
          <FileField
            id="trust"
            label={t('trust')}
            hint={t('trustHint')}
            accept=".json,application/json"
            error={errors['trust']}
            onChoose={setTrust}
          />
          <PasswordInput
            id="passphrase"
            label={t('passphrase')}
            autoComplete="current-password"
            value={passphrase}
            error={errors['passphrase']}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          {bringing.error && <Problem error={bringing.error} />}
          {keystore && trust && isBound(bringing.error) && (
            <Confirmed
              name="unbind"
              action={t('unbind')}
              question={t('unbindSure')}
              onConfirm={() => bringing.mutate({ keystore, trust, unbinds: true })}
            />
          )}
          <div>
            <Button type="submit" disabled={bringing.isPending}>
              {bringing.isPending ? t('unlocking') : t('importAction')}
            </Button>
          </div>
        </Stack>
      </form>
    </section>
  )
}

const isBound = (error: unknown) => error instanceof ClientError && error.code === 'keystore-bound'
