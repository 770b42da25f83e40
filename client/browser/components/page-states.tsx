import { Alert, Button, Group, Loader, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { problemWords } from './problem-words.js'

/** While something is fetched and verified. Said to screen readers, too. */
export function Loading({ what }: { readonly what?: string }) {
  const { t } = useTranslation()
  return (
    <Group role="status" gap="sm" py="lg">
      <Loader size="sm" aria-hidden />
      <Text>{what ?? t('loading')}</Text>
    </Group>
  )
}

/** Nothing is there: why, and what one can do. */
export const Empty = ({
  title,
  children,
}: {
  readonly title: string
  readonly children?: ReactNode
}) => (
  <div className="empty">
    <Text fw={600}>{title}</Text>
    {children}
  </div>
)

/** Something failed: what, what to do, and for whoever helps the code and the request. */
export function Problem({
  error,
  onRetry,
}: {
  readonly error: unknown
  readonly onRetry?: (() => void) | undefined
}) {
  const { t } = useTranslation()
  const { title, remedy, details } = problemWords(error)
  return (
    <Alert role="alert" color="red" variant="light" className="problem">
      <Text fw={600}>{t(title)}</Text>
      <Text>{t(remedy)}</Text>
      <details>
        <summary>{t('details')}</summary>
        <code dir="ltr">{details}</code>
      </details>
      {onRetry && (
        <Button variant="default" size="xs" mt="sm" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </Alert>
  )
}
