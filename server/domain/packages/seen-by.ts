import type { AuthorityId } from '#crypto/fields/fields.js'
import type { StoredEvidence, StoredPackage } from '../ports.js'
import { isConsigned } from '../evidence/record-evidence.js'

/**
 * What an authority may see of a package's evidence. Strangers see nothing, and neither does a
 * recipient before D.1, so that "not yet" and "not yours" look the same as "never existed". How many there are
 * to come `listSealed` says, and nothing else of them.
 */
export function seenBy(
  authority: AuthorityId,
  pkg: Pick<StoredPackage, 'sender' | 'recipients'>,
  chain: readonly StoredEvidence[],
): readonly StoredEvidence[] {
  if (chain[0]?.code !== 'A.1') return []
  if (pkg.sender === authority) return chain
  if (!pkg.recipients.includes(authority) || !isConsigned(chain, authority)) return []
  return chain.filter(({ recipient }) => recipient === null || recipient === authority)
}
