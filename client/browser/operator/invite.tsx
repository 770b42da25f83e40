import { Button, Stack, Textarea, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DAY_MS } from '#crypto/clock/durations.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { inviteAuthority } from '../../core/enrolment/invite-authority.js'
import type { Operator } from '../../core/operations/operator.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { Problem } from '../components/page-states.js'

const DAYS = 14

/** A one-time invitation, to be handed over outside the network. Nothing is sent. */
export function Invite({ operator }: { readonly operator: Operator }) {
  const { t } = useTranslation('operator')
  const [authority, setAuthority] = useState('')
  const [name, setName] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const inviting = useMutation({
    mutationFn: (id: AuthorityId) => {
      const now = new Date()
      const validTo = new Date(now.getTime() + DAYS * DAY_MS)
      return inviteAuthority(operator, { authority: id, name: name.trim() }, now, validTo)
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const id = AuthorityId.safeParse(authority.trim())
    const found = {
      ...(id.success ? {} : { 'invited-id': t('needId') }),
      ...(name.trim() === '' ? { 'invited-name': t('needName') } : {}),
    }
    setErrors(found)
    if (id.success && Object.keys(found).length === 0) inviting.mutate(id.data)
  }
  return (
    <section aria-labelledby="invite" className="authority-task">
      <Title order={2} id="invite">
        {t('inviteTitle')}
      </Title>
      <p>{t('inviteMeaning', { days: DAYS })}</p>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          <ErrorSummary errors={errors} />
          <TextInput
            id="invited-id"
            label={t('authorityId')}
            dir="ltr"
            error={errors['invited-id']}
            value={authority}
            onChange={(event) => setAuthority(event.currentTarget.value)}
          />
          <TextInput
            id="invited-name"
            label={t('authorityName')}
            maxLength={64}
            error={errors['invited-name']}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <div>
            <Button type="submit" data-action="invite" disabled={inviting.isPending}>
              {t('invite')}
            </Button>
          </div>
          {inviting.error && <Problem error={inviting.error} />}
          {inviting.data && (
            <Textarea
              readOnly
              dir="ltr"
              rows={6}
              label={t('invitation')}
              description={t('invitationHint')}
              data-field="invitation"
              value={inviting.data}
              onFocus={(event) => event.currentTarget.select()}
            />
          )}
        </Stack>
      </form>
    </section>
  )
}
