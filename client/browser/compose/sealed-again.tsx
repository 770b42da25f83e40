import { Button, Group } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useSignedIn } from '../api/signed-in.js'
import { Confirmed } from '../components/confirmed.js'
import { Problem } from '../components/page-states.js'
import type { Sending } from './sending/use-sending.js'

/**
 * Where a sending failed or was stopped after it was sealed: the relay may have it already, so the same package is
 * delivered again, and no second one is made unless this one is given up.
 */
export function SealedAgain({ sending }: { readonly sending: Sending }) {
  const { t } = useTranslation('compose')
  const { t: drafts } = useTranslation('drafts')
  const { session } = useSignedIn()
  const queries = useQueryClient()
  const discarding = useMutation({
    mutationFn: (id: string) => session.platform.outgoing.remove(id),
    onSuccess: () => {
      sending.forget()
      void queries.invalidateQueries({ queryKey: ['outgoing'] })
    },
  })
  const { left } = sending
  if (left === undefined) return null
  return (
    <section data-left={left.package}>
      <p>{t('sealedAlready')}</p>
      {discarding.error && <Problem error={discarding.error} />}
      <Group>
        <Button data-action="try-again" onClick={() => sending.again()}>
          {t('retry', { ns: 'common' })}
        </Button>
        {left.draft === undefined ? (
          <Confirmed
            action={t('discard')}
            question={t('discardAndChange')}
            size="sm"
            name="discard-sealed"
            isBusy={discarding.isPending}
            onConfirm={() => discarding.mutate(left.package)}
          />
        ) : (
          <Link href={`/drafts/${left.draft}`}>{drafts('openDraft')}</Link>
        )}
      </Group>
    </section>
  )
}
