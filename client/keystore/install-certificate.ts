import { copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TrustList } from '#crypto/directory/trust-list.js'
import { verifyTrustedChain } from '#crypto/directory/verify-trusted-chain.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import type { Certificate } from '#crypto/pki/certificate.js'
import type { Identity, IdentityKey } from '#crypto/pki/identity.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { toPkcs12 } from '#crypto/pki/to-pkcs12.js'
import { ClientError } from '../core/client-error.js'
import { writeDurably } from '../files/write-durably.js'
import type { PresentedCertificate } from './read-presented.js'

type Installation = PresentedCertificate & {
  readonly authority: AuthorityId
  readonly trust: TrustList
  readonly at: Date
}

/**
 * Puts a renewed certificate into the authority's folder: verified to a root of the trust list, for this
 * authority, for the identity key that lies there or the one presented. The file before is kept beside it as
 * `identity.<fingerprint>.p12`; the same certificate again changes nothing.
 *
 * @returns the identity from now on. Entries are signed by it from the next version on.
 * @throws {@link ClientError} `usage` for a certificate of another key; CryptoError `pki/…` for its chain.
 */
export async function installCertificate(
  folder: string,
  passphrase: string,
  before: Identity,
  { chain, key: presented, authority, trust, at }: Installation,
): Promise<Identity> {
  const { leaf, key } = await verifyTrustedChain(chain, trust, { party: authority, at })
  if (leaf.fingerprint === before.certificate.fingerprint) return before
  const own: IdentityKey = presented ?? { ...before.key, privateKeyPem: before.privateKeyPem }
  if (key.kid !== own.kid) {
    throw new ClientError(
      'usage',
      'the certificate is for another key than your authority’s',
      'Ask for it with identity.csr.pem, or name its key with --key.',
    )
  }
  const identity = identityOf(
    chain.map((x5c) => readCertificate(x5c)),
    leaf,
    own,
  )
  const file = join(folder, 'identity.p12')
  await copyFile(file, join(folder, `identity.${before.certificate.fingerprint.slice(0, 16)}.p12`))
  await writeDurably(file, await toPkcs12(identity, passphrase))
  // It was asked for with this request, and nobody needs to send it again.
  await rm(join(folder, 'identity.csr.pem'), { force: true })
  return identity
}

const identityOf = (
  chain: readonly Certificate[],
  certificate: Certificate,
  { privateKeyPem, ...key }: IdentityKey,
): Identity => ({ certificate, chain, key, privateKeyPem })
