import type { Marks, OnwardTransfer } from '#crypto/package/manifest.js'
import { type Classifier, levelOf } from './level-of.js'

/**
 * Whether marked content may be passed on: the strictest of what its marks say. TLP 2.0 lets nobody share
 * `AMBER` and above outside the own organization without the source's leave; what is classified above
 * official, or in a way that is not known, stays its originator's to release.
 */
export function onwardRule(
  { tlp, classification, onwardTransfer }: Marks,
  from: Classifier,
  other: string,
): OnwardTransfer {
  if (onwardTransfer === 'forbidden') return 'forbidden'
  const isOpen = tlp === null || tlp === 'TLP:CLEAR' || tlp === 'TLP:GREEN'
  const isOfficial = classification === null || levelOf(classification, from, other) === 'official'
  return isOpen && isOfficial && onwardTransfer !== 'with-consent' ? 'allowed' : 'with-consent'
}
