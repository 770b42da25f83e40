import { Button, Group, Paper, TextInput } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

type EndOralProps = {
  readonly onDone: (reason: string) => void
  readonly onCancel: () => void
}

/** No confirmation is needed any more: why, for colleagues only. */
export function EndOral({ onDone, onCancel }: EndOralProps) {
  const { t } = useTranslation('oral')
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
      <p>{t('endMeaning')}</p>
      <TextInput
        autoFocus
        label={t('reason')}
        maxLength={500}
        value={reason}
        error={isTried && isMissing ? t('needReason') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group mt="sm">
        <Button type="submit">{t('end')}</Button>
        <Button variant="default" onClick={onCancel}>
          {t('cancel', { ns: 'common' })}
        </Button>
      </Group>
    </Paper>
  )
}
