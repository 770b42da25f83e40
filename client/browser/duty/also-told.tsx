import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { NameChoice } from './name-choice.js'

type AlsoToldProps = {
  readonly names: readonly string[]
  readonly keyWarnings: readonly string[]
  /** One address a line. */
  readonly webhooks: string
  readonly error: string | undefined
  readonly onKeyWarnings: (names: readonly string[]) => void
  readonly onWebhooks: (text: string) => void
}

/** Who hears of keys that are about to end, and which systems of one's own the relay calls beside the people. */
export function AlsoTold({
  names,
  keyWarnings,
  webhooks,
  error,
  onKeyWarnings,
  onWebhooks,
}: AlsoToldProps) {
  const { t } = useTranslation('duty')
  return (
    <>
      <NameChoice
        id="key-warnings"
        legend={t('keyWarnings')}
        names={names}
        chosen={keyWarnings}
        error={undefined}
        onChange={onKeyWarnings}
      />
      <Textarea
        id="webhooks"
        label={t('webhooks')}
        description={t('webhooksHint')}
        dir="ltr"
        autosize
        minRows={2}
        error={error}
        value={webhooks}
        onChange={(event) => onWebhooks(event.currentTarget.value)}
      />
    </>
  )
}
