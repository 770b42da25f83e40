import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DraftId } from '#crypto/fields/fields.js'
import { CORRESPONDENTS } from '#crypto/directory/roles.js'
import { discardDraft } from '../../core/drafting/discard-draft.js'
import { useSignedIn } from '../api/signed-in.js'
import { Confirmed } from '../components/confirmed.js'
import { Problem } from '../components/page-states.js'

type DiscardProps = {
  readonly draft: DraftId
  readonly version: number
  readonly onGone: () => void
}

/** For everybody in the authority, and only by whoever may send; asked once more. */
export function Discard({ draft, version, onGone }: DiscardProps) {
  const { t } = useTranslation('drafts')
  const { session } = useSignedIn()
  const queries = useQueryClient()
  const discarding = useMutation({
    mutationFn: () => discardDraft(session, draft, version),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['drafts'] })
      onGone()
    },
  })
  const { roles } = session.officer.credential.payload
  if (!roles.some((role) => CORRESPONDENTS.includes(role))) return null
  return (
    <div className="draft-foot">
      {discarding.error && <Problem error={discarding.error} />}
      <Confirmed
        action={t('discard')}
        question={t('discardSure')}
        isBusy={discarding.isPending}
        onConfirm={() => discarding.mutate()}
      />
    </div>
  )
}
