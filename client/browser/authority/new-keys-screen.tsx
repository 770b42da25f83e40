import './authority.css'
import { Button, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AuthorityId } from '#crypto/fields/fields.js'
import { sealKeystore } from '#crypto/keystore/seal-keystore.js'
import { createOfficerKeys } from '../../core/officers/create-officer-keys.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { useNewPassphrase } from '../components/use-new-passphrase.js'
import { handOut } from '../platform/hand-out.js'

/** Whoever joins an authority makes their keys here; nobody else ever has the private halves. */
export function NewKeysScreen() {
  const { t } = useTranslation('authority')
  const [authority, setAuthority] = useState('')
  const next = useNewPassphrase({ next: 'new-passphrase', again: 'again-passphrase' })
  const [errors, setErrors] = useState<FieldErrors>({})
  const making = useMutation({
    mutationFn: async (id: AuthorityId) => {
      const keys = await createOfficerKeys(id, 'x25519')
      handOut(new Blob([await sealKeystore(keys.content, next.passphrase)]), 'officer.keystore')
      const half = JSON.stringify({ authority: id, ...keys.public })
      handOut(new Blob([`${half}\n`]), 'officer.public.json')
      return keys.public
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void judge()
  }
  const judge = async () => {
    const id = AuthorityId.safeParse(authority.trim())
    const found = {
      ...(id.success ? {} : { 'new-authority': t('needAuthority') }),
      ...(await next.wrong()),
    }
    setErrors(found)
    if (id.success && Object.keys(found).length === 0) making.mutate(id.data)
  }
  return (
    <Page title={t('newKeysTitle', { ns: 'signIn' })}>
      <p className="lead">{t('newKeysLead')}</p>
      <form noValidate onSubmit={submit} className="authority-keys">
        <Stack gap="md">
          <ErrorSummary errors={errors} />
          <TextInput
            id="new-authority"
            label={t('authorityId')}
            description={t('authorityIdHint')}
            dir="ltr"
            error={errors['new-authority']}
            value={authority}
            onChange={(event) => setAuthority(event.currentTarget.value)}
          />
          {next.fields(errors)}
          <div>
            <Button type="submit" data-action="new-keys" disabled={making.isPending}>
              {t(making.isPending ? 'working' : 'makeNewKeys')}
            </Button>
          </div>
          {making.error && <Problem error={making.error} />}
          <div role="status">
            {making.data && (
              <div className="done-good" data-made={making.data.signing.kid}>
                <p>
                  <strong>{t('newKeysMade')}</strong>
                </p>
                <p>{t('newKeysNext')}</p>
                <p>
                  <code>{making.data.signing.kid}</code>
                  <br />
                  <code>{making.data.sealing.kid}</code>
                </p>
              </div>
            )}
          </div>
        </Stack>
      </form>
    </Page>
  )
}
