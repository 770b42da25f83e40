import type { Certificate } from '../pki/certificate.js'
import type { ExpectedLeaf } from '../pki/verify-chain.js'
import type { TrustList } from './trust-list.js'

export type KnownStatus = Pick<TrustList, 'revocationLists' | 'ocspResponses' | 'statusRoots'>

/**
 * What a trust list knows of the status of certificates below a root, as `verifyChain` asks for it.
 *
 * Demanded, so that a certificate of unknown status is refused, below the roots that `statusRoots` names, and
 * everywhere as soon as there are revocation lists. Else OCSP responses tell what they tell.
 */
export function statusOf(
  { revocationLists = [], ocspResponses = [], statusRoots = [] }: KnownStatus,
  root: Certificate,
): Pick<ExpectedLeaf, 'revocationLists' | 'ocspResponses' | 'statusDemanded'> {
  const statusDemanded = revocationLists.length > 0 || statusRoots.includes(root.fingerprint)
  if (!statusDemanded && ocspResponses.length === 0) return {}
  return { revocationLists, ocspResponses, statusDemanded }
}
