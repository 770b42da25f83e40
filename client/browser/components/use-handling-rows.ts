import { useTranslation } from 'react-i18next'
import type { Marks } from '#crypto/package/manifest.js'

/** How something is to be handled beside TLP and classification, in words; what is left out sets no limit. */
export function useHandlingRows(): (marks: Marks) => readonly (readonly [string, string])[] {
  const { t } = useTranslation('compose')
  return ({ uses, retainUntil, onwardTransfer }) => [
    [t('uses'), (uses ?? []).map((use) => t(`use-${use}`)).join(', ')],
    [t('retainUntil'), retainUntil ?? ''],
    [t('onwardTransfer'), onwardTransfer === undefined ? '' : t(`onward-${onwardTransfer}`)],
  ]
}
