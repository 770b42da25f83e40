import { CryptoError } from '../errors.js'
import { type ExpectedLeaf, type VerifiedChain, verifyTimeless } from '../pki/verify-chain.js'
import { anchorsOf, type TrustList } from './trust-list.js'

/**
 * Verifies the chain of an authority or a relay to a root that may speak for it, whatever the moment: a root that
 * the trust list names as one State's certifies that State's authorities alone, whose ids begin with its code.
 *
 * @throws {@link CryptoError} as `verifyTimeless`; `pki/untrusted` also for a root that may certify, but not this party.
 */
export async function anchoredChain(
  x5c: readonly string[],
  trust: TrustList,
  expected: Pick<ExpectedLeaf, 'role' | 'party'>,
): Promise<VerifiedChain> {
  const chain = await verifyTimeless(x5c, anchorsOf(trust), expected)
  const states = (trust.nationalRoots ?? []).flatMap(({ root, state }) =>
    root === chain.root.fingerprint ? [state] : [],
  )
  if (states.length === 0) return chain
  const { role, party } = chain.leaf
  if (role === 'authority' && states.some((one) => party?.startsWith(`${one.toLowerCase()}.`))) {
    return chain
  }
  throw new CryptoError('pki/untrusted', 'its root may certify authorities of other States only')
}
