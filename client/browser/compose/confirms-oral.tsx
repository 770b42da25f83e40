import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { PackageId } from '#crypto/fields/fields.js'
import { closeOralRequest } from '../../core/duty/close-oral-request.js'
import type { KeptOralRequest } from '../../core/duty/list-oral-requests.js'
import { useSignedIn } from '../api/signed-in.js'
import { Problem } from '../components/page-states.js'

type ConfirmsOralProps = { readonly oral: KeptOralRequest; readonly id: string }

/** What was sent confirms an oral request: linked by itself; where that breaks off, the duty desk still offers it. */
export function ConfirmsOral({ oral, id }: ConfirmsOralProps) {
  const { t } = useTranslation('oral')
  const { session } = useSignedIn()
  const queries = useQueryClient()
  const { mutate, ...linking } = useMutation({
    mutationFn: () => closeOralRequest(session, oral, { package: PackageId.parse(id) }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['duty', 'oral'] }),
  })
  useEffect(() => mutate(), [mutate])
  if (linking.error) return <Problem error={linking.error} onRetry={() => mutate()} />
  return <p role="status">{linking.isSuccess && <span data-linked>✓ {t('linked')}</span>}</p>
}
