import { Button, Group, Stack, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AuthorityId } from '#crypto/fields/fields.js'
import type { Operator } from '../../core/operator.js'
import { suspendAuthority } from '../../core/suspend-authority.js'
import { httpRelay } from '../../transport/http-relay.js'
import { Problem } from '../components/page-states.js'

type Standing = Parameters<typeof suspendAuthority>[2]['standing']

/** Stops the mail of an authority, or lets it on again: published with its reason, for everybody to read. */
export function Suspend({ operator }: { readonly operator: Operator }) {
  const { t } = useTranslation('operator')
  const [authority, setAuthority] = useState('')
  const [reason, setReason] = useState('')
  const id = AuthorityId.safeParse(authority.trim()).data
  const ordering = useMutation({
    mutationFn: async (order: { readonly authority: AuthorityId; readonly standing: Standing }) => {
      const at = new Date()
      const relay = httpRelay(operator.relay.origin, operator.key, () => new Date())
      return suspendAuthority(relay, operator.key, { ...order, reason: reason.trim(), at })
    },
  })
  const isReady = id !== undefined && reason.trim() !== '' && !ordering.isPending
  const order = (standing: Standing) => {
    if (id) ordering.mutate({ authority: id, standing })
  }
  return (
    <section aria-labelledby="suspend" className="authority-task">
      <Title order={2} id="suspend">
        {t('suspendTitle')}
      </Title>
      <p>{t('suspendMeaning')}</p>
      <Stack gap="md">
        <TextInput
          id="suspended-id"
          label={t('authorityId')}
          dir="ltr"
          value={authority}
          onChange={(event) => setAuthority(event.currentTarget.value)}
        />
        <TextInput
          id="suspended-reason"
          label={t('reason')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group>
          <Button
            color="red"
            data-action="suspend"
            disabled={!isReady}
            onClick={() => order('suspended')}
          >
            {t('suspend')}
          </Button>
          <Button
            variant="default"
            data-action="lift"
            disabled={!isReady}
            onClick={() => order('lifted')}
          >
            {t('lift')}
          </Button>
        </Group>
        <p role="status">
          {ordering.isSuccess && (
            <span data-ordered={ordering.variables.standing}>
              ✓ {t(`ordered_${ordering.variables.standing}`, { id: ordering.variables.authority })}
            </span>
          )}
        </p>
        {ordering.error && <Problem error={ordering.error} />}
      </Stack>
    </section>
  )
}
