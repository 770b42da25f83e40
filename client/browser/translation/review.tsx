import { Button, Group, Paper, Textarea, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewAct } from '#crypto/translation/handoff-act.js'
import { actNote } from '../../core/translation/act-note.js'
import { actOnHandoff } from '../../core/translation/act-on-handoff.js'
import type { OpenHandoff } from '../../core/translation/read-handoff.js'
import { useSignedIn } from '../api/signed-in.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { Problem } from '../components/page-states.js'
import { useLeaveWarning } from '../leaving/place.js'
import { useAct } from './use-act.js'

type ReviewProps = {
  readonly open: OpenHandoff
  /** Of the return that is judged. */
  readonly returned: string
}

/** A second linguist's judgement; changes that are wanted are named. */
export function Review({ open, returned }: ReviewProps) {
  const { t } = useTranslation('translation')
  const { session } = useSignedIn()
  const [note, setNote] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const said = note.trim()
  const judging = useAct(async (outcome: ReturnType<typeof ReviewAct.parse>['outcome']) => {
    const detail = said === '' ? null : await actNote.seal(session, open, said, 'reviewer')
    return actOnHandoff(session, open, { act: 'review', return: returned, outcome, detail })
  })
  useLeaveWarning(said !== '' && !judging.isSuccess)
  const wantChanges = () => {
    setErrors(said === '' ? { 'review-note': t('needNote') } : {})
    if (said !== '') judging.mutate('changes-wanted')
  }
  return (
    <Paper withBorder p="md" component="section" className="acknowledge">
      <Title order={2}>{t('review')}</Title>
      <p>{t('reviewMeaning')}</p>
      <ErrorSummary errors={errors} />
      <Textarea
        id="review-note"
        label={t('note')}
        description={t('reviewNoteHint')}
        error={errors['review-note']}
        maxLength={1000}
        rows={3}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {judging.error && <Problem error={judging.error} />}
      <Group mt="md">
        <Button
          data-action="approve-translation"
          disabled={judging.isPending}
          onClick={() => judging.mutate('approved')}
        >
          {t(judging.isPending ? 'signing' : 'approve')}
        </Button>
        <Button
          variant="default"
          data-action="want-changes"
          disabled={judging.isPending}
          onClick={wantChanges}
        >
          {t('wantChanges')}
        </Button>
      </Group>
    </Paper>
  )
}
