import type { TrustList } from '#crypto/directory/trust-list.js'
import { verifyTrustedChain } from '#crypto/directory/verify-trusted-chain.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import type { Identity, IdentityKey } from '#crypto/pki/identity.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { ClientError } from '../client-error.js'
import type { PresentedCertificate } from './presented-certificate.js'

type Certification = PresentedCertificate & {
  readonly authority: AuthorityId
  readonly trust: TrustList
  readonly at: Date
}

/**
 * An identity under a renewed certificate: verified to a root of the trust list, for this authority, for the
 * identity's own key or the one presented with it.
 *
 * @returns the identity from now on; the very same one where the certificate is the one it has.
 * @throws {@link ClientError} `usage` for a certificate of another key; CryptoError `pki/…` for its chain.
 */
export async function certifiedIdentity(
  before: Identity,
  { chain, key: presented, authority, trust, at }: Certification,
): Promise<Identity> {
  const { leaf, key } = await verifyTrustedChain(chain, trust, { party: authority, at })
  if (leaf.fingerprint === before.certificate.fingerprint) return before
  const own: IdentityKey = presented ?? { ...before.key, privateKeyPem: before.privateKeyPem }
  if (key.kid !== own.kid) {
    throw new ClientError(
      'usage',
      'the certificate is for another key than your authority’s',
      'Ask for it with identity.csr.pem, or give its key with it.',
    )
  }
  const { privateKeyPem, ...signing } = own
  const certificates = chain.map((x5c) => readCertificate(x5c))
  return { certificate: leaf, chain: certificates, key: signing, privateKeyPem }
}
