import type { AuthorityId } from '#crypto/fields/fields.js'
import type { StoredEvidence } from '../ports.js'

const ENDS: readonly string[] = ['C.3', 'C.4', 'C.5']

/** Whether a recipient has answered, or cannot any more: nobody is alerted about it then. */
export const isAcknowledged = (chain: readonly StoredEvidence[], recipient: AuthorityId): boolean =>
  chain.some((kept) => kept.recipient === recipient && ENDS.includes(kept.code))
