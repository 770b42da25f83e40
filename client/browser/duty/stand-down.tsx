import { Button, Group, Paper, TextInput } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

type StandDownProps = {
  readonly isActing: boolean
  readonly onDone: (reason: string) => void
  readonly onCancel: () => void
}

/** An alert is called off with a reason: colleagues read it, the relay does not. */
export function StandDown({ isActing, onDone, onCancel }: StandDownProps) {
  const { t } = useTranslation('duty')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const isMissing = reason.trim() === ''
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isMissing) onDone(reason.trim())
  }
  return (
    <Paper withBorder p="md" mt="md" component="form" noValidate onSubmit={submit}>
      <p>{t('standDownMeaning')}</p>
      <TextInput
        autoFocus
        label={t('reason')}
        maxLength={500}
        value={reason}
        error={isTried && isMissing ? t('needReason') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group mt="sm">
        <Button type="submit" disabled={isActing}>
          {t('standDown')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('cancel', { ns: 'common' })}
        </Button>
      </Group>
    </Paper>
  )
}
