import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MomentField } from './fields/moment-field.js'
import type { DraftHandle } from './use-draft.js'

type DeliveryProps = {
  readonly handle: DraftHandle
  /** Why it could never be opened. */
  readonly error: string | undefined
}

/** When it is delivered at the earliest, and until when. Both stand in the header, which the relay reads. */
export function Delivery({ handle: { draft, change }, error }: DeliveryProps) {
  const { t } = useTranslation('compose')
  const { notBefore, expires } = draft
  return (
    <details className="handling" open={notBefore !== '' || expires !== '' || undefined}>
      <summary>{t('delivery')}</summary>
      <Stack gap="sm" mt="sm">
        <MomentField
          id="not-before"
          label={t('notBefore')}
          description={t('notBeforeHint')}
          error={undefined}
          value={notBefore}
          onFill={(value) => change({ notBefore: value })}
        />
        <MomentField
          id="expires"
          label={t('expires')}
          description={t('expiresHint')}
          error={error}
          value={expires}
          onFill={(value) => change({ expires: value })}
        />
      </Stack>
    </details>
  )
}
