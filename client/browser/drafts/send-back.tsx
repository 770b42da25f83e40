import { Button, Group, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { returnDraft } from '../../core/drafting/return-draft.js'
import type { OpenDraft } from '../../core/drafting/read-draft.js'
import { useSignedIn } from '../api/signed-in.js'
import { Problem } from '../components/page-states.js'

type SendBackProps = {
  readonly draft: OpenDraft
  /** Something else is being done with it. */
  readonly isBusy: boolean
  readonly onSettled: () => void
}

/** What waits goes back to be changed, with what is to be changed: whoever opens the draft reads it. */
export function SendBack({ draft: { draft, version }, isBusy, onSettled }: SendBackProps) {
  const { t } = useTranslation('drafts')
  const { session } = useSignedIn()
  const [isAsked, setAsked] = useState(false)
  const [note, setNote] = useState('')
  const returning = useMutation({
    mutationFn: () => returnDraft(session, draft, { version, note }),
    onSettled,
  })
  const meaning = (
    <p className="quiet send-back" id="send-back-meaning">
      {t('sendBackMeaning')}
    </p>
  )
  if (!isAsked) {
    return (
      <>
        <Button
          variant="default"
          mt="sm"
          data-action="send-back"
          disabled={isBusy}
          aria-describedby="send-back-meaning"
          onClick={() => setAsked(true)}
        >
          {t('sendBack')}
        </Button>
        {meaning}
      </>
    )
  }
  return (
    <form
      className="send-back"
      onSubmit={(event) => {
        event.preventDefault()
        returning.mutate()
      }}
    >
      <Textarea
        id="return-note"
        label={`${t('sendBackNote')} (${t('optional', { ns: 'common' })})`}
        description={t('sendBackNoteHint')}
        maxLength={2000}
        rows={3}
        autoFocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {returning.error && <Problem error={returning.error} />}
      <Group mt="sm">
        <Button
          type="submit"
          color="red"
          data-action="send-back-sure"
          aria-describedby="send-back-meaning"
          disabled={isBusy || returning.isPending}
        >
          {t(returning.isPending ? 'sendingBack' : 'sendBack')}
        </Button>
        <Button variant="default" disabled={returning.isPending} onClick={() => setAsked(false)}>
          {t('cancel', { ns: 'common' })}
        </Button>
      </Group>
      {meaning}
    </form>
  )
}
