import { Button, Stack, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { demandSecurityKey } from '../../core/officers/demand-security-key.js'
import type { Member } from '../../core/officers/list-officers.js'
import { withdrawSecurityKey } from '../../core/officers/withdraw-security-key.js'
import { useSignedIn } from '../api/signed-in.js'
import { Confirmed } from '../components/confirmed.js'
import { FileField } from '../components/file-field.js'
import { Problem } from '../components/page-states.js'
import type { AuthorityKeys } from './authority-keys.js'

type DemandedProps = {
  readonly member: Member
  readonly keys: AuthorityKeys
  readonly onDone: () => void
}

const MAX_CLAIM_BYTES = 16 * 1024
/** So much of a credential's id tells one key from another. */
const SHOWN = 16

/** The security keys by which an officer has to sign in: entered from what the officer has handed over, and removed. */
export function DemandedKeys({ member, keys, onDone }: DemandedProps) {
  const { t } = useTranslation('securityKeys')
  const { t: authority } = useTranslation('authority')
  const { session, identity } = useSignedIn()
  const { name, kid, securityKeys = [] } = member.claims
  const [file, setFile] = useState<File | undefined>()
  const [isMissing, setMissing] = useState(false)
  const demanding = useMutation({
    mutationFn: async (chosen: File) => {
      const claim = chosen.size > MAX_CLAIM_BYTES ? '' : (await chosen.text()).trim()
      const { origin } = identity.relay
      const { officer } = await demandSecurityKey(session, keys.credentialsKey, claim, origin)
      return officer.name
    },
    onSuccess: onDone,
  })
  const withdrawing = useMutation({
    mutationFn: (credential: string) =>
      withdrawSecurityKey(session, keys.credentialsKey, {
        who: kid,
        credential,
        endsDemand: securityKeys.length === 1,
      }),
    onSuccess: onDone,
  })
  const isBusy = demanding.isPending || withdrawing.isPending
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setMissing(file === undefined)
    if (file) demanding.mutate(file)
  }
  return (
    <form noValidate onSubmit={submit} aria-labelledby="demanded-keys">
      <Title order={3} size="h5" id="demanded-keys">
        {t('demandTitle')}
      </Title>
      <p>{t(securityKeys.length === 0 ? 'demandNone' : 'demandMeaning', { name })}</p>
      {securityKeys.length > 0 && (
        <ul className="plain-list">
          {securityKeys.map(({ credential, rpId }) => (
            <li key={credential} data-demanded-key={credential}>
              <code dir="ltr">{credential.slice(0, SHOWN)}…</code> <bdi>{rpId}</bdi>{' '}
              <Confirmed
                name="withdraw-key"
                action={t('withdraw', { key: credential.slice(0, SHOWN) })}
                question={t(securityKeys.length === 1 ? 'withdrawLastSure' : 'withdrawSure', {
                  name,
                })}
                isBusy={isBusy}
                busy={authority('working')}
                onConfirm={() => withdrawing.mutate(credential)}
              />
            </li>
          ))}
        </ul>
      )}
      <Stack gap="md">
        <FileField
          id="security-key-claim"
          label={t('demandFile')}
          hint={t('demandFileHint')}
          error={isMissing ? authority('needFile') : undefined}
          onChoose={setFile}
        />
        <div>
          <Button type="submit" variant="default" data-action="demand-key" disabled={isBusy}>
            {demanding.isPending ? authority('working') : t('demand')}
          </Button>
        </div>
        <div role="status">
          {demanding.data !== undefined && (
            <p data-key-demanded>✓ {t('demanded', { name: demanding.data })}</p>
          )}
          {withdrawing.data && <p data-key-withdrawn>✓ {t('withdrawn')}</p>}
        </div>
        {demanding.error && <Problem error={demanding.error} />}
        {withdrawing.error && <Problem error={withdrawing.error} />}
      </Stack>
    </form>
  )
}
