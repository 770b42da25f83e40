import { Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftId } from '#crypto/fields/fields.js'
import { returnDraft } from '../../core/drafting/return-draft.js'
import { useSignedIn } from '../api/signed-in.js'
import { Confirmed } from '../components/confirmed.js'
import { Problem } from '../components/page-states.js'

type SendBackProps = {
  readonly draft: DraftId
  /** Digest of the header that is shown. */
  readonly header: string
  /** Something else is being done with it. */
  readonly isBusy: boolean
  readonly onSettled: () => void
}

/** While it is sent back nothing else is done with it. */
export const sendingBack = (draft: DraftId) => ['draft-sent-back', draft]

/** What waits goes back to be changed, with what is to be changed: whoever opens the draft reads it. */
export function SendBack({ draft, header, isBusy, onSettled }: SendBackProps) {
  const { t } = useTranslation('drafts')
  const { session } = useSignedIn()
  const [note, setNote] = useState('')
  const returning = useMutation({
    mutationKey: sendingBack(draft),
    mutationFn: () => returnDraft(session, draft, { header, note }),
    onSettled,
  })
  return (
    <div className="send-back">
      <p className="quiet">{t('sendBackMeaning')}</p>
      {returning.error && <Problem error={returning.error} />}
      <Confirmed
        action={t('sendBack')}
        name="send-back"
        size="sm"
        isBusy={isBusy || returning.isPending}
        busy={t('sendingBack')}
        onConfirm={() => returning.mutate()}
        question={
          <Textarea
            id="return-note"
            label={`${t('sendBackNote')} (${t('optional', { ns: 'common' })})`}
            description={t('sendBackNoteHint')}
            maxLength={2000}
            rows={3}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        }
      />
    </div>
  )
}
