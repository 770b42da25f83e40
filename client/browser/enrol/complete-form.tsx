import { Button, PasswordInput, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { readInvitation } from '../../core/enrolment/read-invitation.js'
import { bringIn, keyring } from '../api/keyring.js'
import { useAccess } from '../api/signed-in.js'
import { Problem } from '../components/page-states.js'
import { handOut } from '../platform/hand-out.js'
import { type Begun, enrolments } from './begun.js'
import { completeEnrolment } from './complete.js'

type CompleteProps = {
  readonly begun: Begun
  readonly chain: readonly string[]
  readonly onDone: () => void
}

/** The operator has approved: keys, entry, and four files to keep; then the first officer is signed in. */
export function Complete({ begun, chain, onDone }: CompleteProps) {
  const { t } = useTranslation('enrol')
  const { enter } = useAccess()
  const [, go] = useLocation()
  const [passphrase, setPassphrase] = useState('')
  const completing = useMutation({
    mutationFn: async () => {
      const files = await completeEnrolment(begun, chain, passphrase)
      handOut(new Blob([files.identity]), 'identity.p12')
      handOut(new Blob([files.operational]), 'operational.keystore')
      handOut(new Blob([files.officer]), 'officer.keystore')
      handOut(new Blob([begun.trust]), 'trust.json')
      return files
    },
  })
  const entering = useMutation({
    mutationFn: async (keystore: string) => {
      const { relay } = await readInvitation(begun.invitation)
      const brought = { keystore, trust: begun.trust, passphrase, isExample: false }
      const signedIn = await bringIn(brought, relay)
      await enrolments((await keyring()).database).forget()
      return signedIn
    },
    onSuccess: (signedIn) => {
      onDone()
      enter(signedIn)
      go('/packages')
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    completing.mutate()
  }
  if (completing.data) {
    const { officer } = completing.data
    return (
      <div className="done-good" role="status" data-enrolled>
        <p>
          <strong>{t('enrolled')}</strong>
        </p>
        <p>{t('keepFiles')}</p>
        <ul className="plain-list">
          <li>{t('fileOffline', { files: 'identity.p12, operational.keystore' })}</li>
          <li>{t('fileOfficer', { files: 'officer.keystore, trust.json' })}</li>
        </ul>
        <Button
          mt="sm"
          data-action="enter"
          disabled={entering.isPending}
          onClick={() => entering.mutate(officer)}
        >
          {t(entering.isPending ? 'working' : 'enter')}
        </Button>
        {entering.error && <Problem error={entering.error} />}
      </div>
    )
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        <p role="status" data-approved>
          ✓ {t('approved')}
        </p>
        <PasswordInput
          id="complete-passphrase"
          label={t('passphrase')}
          autoComplete="current-password"
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        {completing.error && <Problem error={completing.error} />}
        <div>
          <Button
            type="submit"
            data-action="complete"
            disabled={completing.isPending || passphrase === ''}
          >
            {t(completing.isPending ? 'working' : 'complete')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
