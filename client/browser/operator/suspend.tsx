import { Button, Group, Stack, TextInput, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AuthorityId } from '#crypto/fields/fields.js'
import type { Operator } from '../../core/operations/operator.js'
import { suspendAuthority } from '../../core/operations/suspend-authority.js'
import { httpRelay } from '../../transport/http-relay.js'
import { Confirmed } from '../components/confirmed.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { Problem } from '../components/page-states.js'

type Order = Omit<Parameters<typeof suspendAuthority>[2], 'at'>

/** Stops the mail of an authority, asked once more, or lets it on again: published with its reason, for everybody to read. */
export function Suspend({ operator }: { readonly operator: Operator }) {
  const { t } = useTranslation('operator')
  const queries = useQueryClient()
  const [typed, setTyped] = useState('')
  const [written, setWritten] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const authority = AuthorityId.safeParse(typed.trim()).data
  const reason = written.trim()
  const ordering = useMutation({
    mutationFn: (order: Order) => {
      const relay = httpRelay(operator.relay.origin, operator.key, () => new Date())
      return suspendAuthority(relay, operator.key, { ...order, at: new Date() })
    },
    onSuccess: () => {
      setTyped('')
      setWritten('')
      void queries.invalidateQueries({ queryKey: ['operator', 'network'] })
    },
  })
  const isFilled = () => {
    setErrors({
      ...(authority ? {} : { 'suspended-id': t('needId') }),
      ...(reason === '' ? { 'suspended-reason': t('needReason') } : {}),
    })
    return authority !== undefined && reason !== ''
  }
  const order = (standing: Order['standing']) => {
    if (authority) ordering.mutate({ authority, standing, reason })
  }
  const { isPending, variables } = ordering
  return (
    <section aria-labelledby="suspend" className="authority-task">
      <Title order={2} id="suspend">
        {t('suspendTitle')}
      </Title>
      <p>{t('suspendMeaning')}</p>
      <Stack gap="md">
        <ErrorSummary errors={errors} />
        <TextInput
          id="suspended-id"
          label={t('authorityId')}
          dir="ltr"
          disabled={isPending}
          error={errors['suspended-id']}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <TextInput
          id="suspended-reason"
          label={t('reason')}
          maxLength={500}
          disabled={isPending}
          error={errors['suspended-reason']}
          value={written}
          onChange={(event) => setWritten(event.currentTarget.value)}
        />
        <Group>
          <Button
            variant="default"
            data-action="lift"
            disabled={isPending}
            onClick={() => {
              if (isFilled()) order('lifted')
            }}
          >
            {t(isPending && variables.standing === 'lifted' ? 'working' : 'lift')}
          </Button>
          <Confirmed
            // Whoever is asked about one authority does not answer for another.
            key={typed}
            name="suspend"
            size="sm"
            action={t('suspend')}
            question={t('suspendSure', { id: authority ?? '', reason })}
            isBusy={isPending}
            busy={t('working')}
            mayAsk={isFilled}
            onConfirm={() => order('suspended')}
          />
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
