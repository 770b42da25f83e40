import type { AuthorityId } from '#crypto/fields/fields.js'
import type { CheckedRecord } from '../proof/check-record.js'

/** Those of whom no receipt is here: one that rejects a package is a receipt, too. */
export const silentRecipients = (states: CheckedRecord['states']): readonly AuthorityId[] =>
  [...states]
    .filter(([, state]) => state !== 'accepted' && state !== 'refused')
    .map(([authority]) => authority)
