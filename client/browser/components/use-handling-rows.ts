import { useTranslation } from 'react-i18next'
import type { Marks } from '#crypto/package/manifest.js'
import { useListed } from './use-listed.js'

/** How something is to be handled beside TLP and classification, in words; what is left out sets no limit. */
export function useHandlingRows(): (marks: Marks) => readonly (readonly [string, string])[] {
  const { t } = useTranslation('compose')
  const list = useListed()
  return ({ uses, retainUntil, onwardTransfer }) => [
    [t('uses'), list((uses ?? []).map((use) => t(`use-${use}`)))],
    [t('retainUntil'), retainUntil ?? ''],
    [t('onwardTransfer'), onwardTransfer === undefined ? '' : t(`onward-${onwardTransfer}`)],
  ]
}
