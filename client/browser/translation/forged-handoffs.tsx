import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ForgedHandoff } from '../../core/translation/read-handoff.js'

/** What the relay shows and nobody should believe; the rest of the list stands. */
export function ForgedHandoffs({ rows }: { readonly rows: readonly ForgedHandoff[] }) {
  const { t } = useTranslation('translation')
  if (rows.length === 0) return null
  return (
    <Alert color="red" mb="md" role="alert" title={t('forged')}>
      <ul className="plain-list">
        {rows.map(({ handoff, problem }) => (
          <li key={handoff} data-problem={problem}>
            <bdi>{handoff}</bdi> <bdi className="quiet">{problem}</bdi>
          </li>
        ))}
      </ul>
    </Alert>
  )
}
