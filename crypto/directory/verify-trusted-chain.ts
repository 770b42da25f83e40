import type { AuthorityId } from '../fields/fields.js'
import { requireChainAt, type VerifiedChain } from '../pki/verify-chain.js'
import { anchoredChain } from './anchored-chain.js'
import { statusOf } from './status-of.js'
import type { TrustList } from './trust-list.js'

/**
 * Verifies the chain of an authority's certificate at a moment, by all that a trust list holds: roots,
 * revocation lists, OCSP responses, and the roots below which a status is demanded.
 *
 * @throws {@link CryptoError} `pki/…` as `verifyChain`; `directory/trust`.
 */
export async function verifyTrustedChain(
  chain: readonly string[],
  trust: TrustList,
  { party, at }: { readonly party: AuthorityId; readonly at: Date },
): Promise<VerifiedChain> {
  const verified = await anchoredChain(chain, trust, { role: 'authority', party })
  await requireChainAt(verified, { role: 'authority', at, ...statusOf(trust, verified.root) })
  return verified
}
