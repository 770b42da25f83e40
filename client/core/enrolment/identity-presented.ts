import type { TrustList } from '#crypto/directory/trust-list.js'
import { verifyTrustedChain } from '#crypto/directory/verify-trusted-chain.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import type { IdentityKey } from '#crypto/pki/identity.js'
import { ClientError } from '../client-error.js'
import type { PresentedCertificate } from './presented-certificate.js'

/**
 * A certificate with which an authority applies: its key is there and its own, and its chain leads to a root of the
 * trust list. Whoever finds out from the operator's refusal has lost a day.
 *
 * @throws {@link ClientError} `usage`; CryptoError `pki/…`
 */
export async function identityPresented(
  { chain, key }: PresentedCertificate,
  { authority, trust, at }: { authority: AuthorityId; trust: TrustList; at: Date },
): Promise<{ readonly chain: readonly string[]; readonly key: IdentityKey }> {
  if (key === undefined) {
    throw new ClientError(
      'usage',
      'a certificate needs its key',
      'Give the key with it, or a PKCS#12 file that holds both.',
    )
  }
  const certified = await verifyTrustedChain(chain, trust, { party: authority, at })
  if (certified.key.kid !== key.kid) {
    throw new ClientError(
      'usage',
      'the certificate is for another key than the one beside it',
      'Give the key for which it was issued.',
    )
  }
  return { chain, key }
}
