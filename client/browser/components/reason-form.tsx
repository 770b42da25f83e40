import { Button, Group, Paper, TextInput } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLeaveWarning } from '../leaving/place.js'
import { Problem } from './page-states.js'
import { useReturnFocus } from './use-return-focus.js'

type ReasonFormProps = {
  /** What it means, above the field. */
  readonly meaning: string
  readonly label: string
  /** What is said while the field is empty. */
  readonly missing: string
  readonly action: string
  readonly isActing?: boolean
  /** Why it did not work: what is written stays. */
  readonly error?: unknown
  readonly onDone: (reason: string) => void
  readonly onCancel: () => void
}

/** Something that is ended with a reason, which stands beside it for colleagues. Whoever shows it closes it once that is done. */
export function ReasonForm(props: ReasonFormProps) {
  const { meaning, label, missing, action, isActing = false, error, onDone, onCancel } = props
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const isMissing = reason.trim() === ''
  useReturnFocus()
  useLeaveWarning(!isMissing)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isMissing) onDone(reason.trim())
  }
  return (
    <Paper withBorder p="md" mt="md" component="form" noValidate onSubmit={submit}>
      <p>{meaning}</p>
      <TextInput
        autoFocus
        label={label}
        maxLength={500}
        value={reason}
        error={isTried && isMissing ? missing : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {error !== undefined && error !== null && <Problem error={error} />}
      <Group mt="sm">
        <Button type="submit" disabled={isActing}>
          {action}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Group>
    </Paper>
  )
}
