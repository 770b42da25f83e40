import { Button, Group, NativeSelect, Stack, Textarea } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeclineAct } from '#crypto/translation/handoff-act.js'
import { actNote } from '../../core/translation/act-note.js'
import { actOnHandoff } from '../../core/translation/act-on-handoff.js'
import { ownTurn } from '../../core/translation/own-turn.js'
import type { OpenHandoff } from '../../core/translation/read-handoff.js'
import { useSignedIn } from '../api/signed-in.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { Problem } from '../components/page-states.js'
import { useLeaveWarning } from '../leaving/place.js'
import { useAct } from './use-act.js'

const { reason: Reason } = DeclineAct.shape
type Reason = ReturnType<typeof Reason.parse>
const NAMES = {
  capacity: 'ground_capacity',
  conflict: 'ground_conflict',
  language: 'ground_language',
  clearance: 'ground_clearance',
  deadline: 'ground_deadline',
  other: 'ground_else',
} as const satisfies Record<Reason, string>

type DeclineProps = { readonly open: OpenHandoff; readonly onCancel: () => void }

/** Left to the next translator, with its ground; more about it is for the authority only. */
export function Decline({ open, onCancel }: DeclineProps) {
  const { t } = useTranslation('translation')
  const { session } = useSignedIn()
  const [chosen, setChosen] = useState('')
  const [note, setNote] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const declining = useAct(async (reason: Reason) => {
    const detail = note.trim() === '' ? null : await actNote.seal(session, open, note.trim())
    return actOnHandoff(session, open, {
      act: 'decline',
      turn: ownTurn(session, open),
      reason,
      detail,
    })
  })
  useLeaveWarning(note.trim() !== '' && !declining.isSuccess)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const reason = Reason.safeParse(chosen)
    setErrors(reason.success ? {} : { ground: t('needGround') })
    if (reason.success) declining.mutate(reason.data)
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        <ErrorSummary errors={errors} />
        <NativeSelect
          autoFocus
          id="ground"
          label={t('ground')}
          error={errors['ground']}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          <option value="">{t('choose')}</option>
          {Reason.options.map((reason) => (
            <option key={reason} value={reason}>
              {t(NAMES[reason])}
            </option>
          ))}
        </NativeSelect>
        <Textarea
          id="decline-note"
          label={`${t('note')} (${t('optional', { ns: 'common' })})`}
          description={t('noteHint')}
          maxLength={1000}
          rows={3}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {declining.error && <Problem error={declining.error} />}
        <Group>
          <Button
            type="submit"
            color="red"
            data-action="sign-decline"
            disabled={declining.isPending}
          >
            {t(declining.isPending ? 'signing' : 'signDecline')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('cancel', { ns: 'common' })}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
