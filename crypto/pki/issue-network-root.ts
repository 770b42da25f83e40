import {
  type Validity,
  keyIdentifierOf,
  subjectOf,
  tbsCertificate,
} from './certificate-template.js'
import { type Certificate } from './certificate.js'
import { generateIdentityKey } from './identity-key.js'
import { readCertificate } from './read-certificate.js'
import { signedByIssuer } from './signed.js'

/**
 * Makes the root of a network: a fresh RSA-3072 key and the certificate it issues to itself, which
 * may issue leaves and one level of intermediates.
 *
 * @returns the certificate for the trust list, and the key as PKCS#8 in PEM, unencrypted.
 * @throws {@link CryptoError} `pki/name` for a name that is empty, above 64 characters or
 *   deceptive; `pki/validity` if the validity ends before it begins.
 */
export async function issueNetworkRoot(
  root: Validity & { readonly name: string },
): Promise<{ certificate: Certificate; privateKeyPem: string }> {
  const { jwk, privateKeyPem } = await generateIdentityKey()
  const tbs = await tbsCertificate({
    notBefore: root.notBefore,
    notAfter: root.notAfter,
    role: 'root',
    subject: subjectOf(root.name),
    jwk,
    issuerKeyIdentifier: await keyIdentifierOf(jwk),
  })
  return { certificate: readCertificate(await signedByIssuer(tbs, privateKeyPem)), privateKeyPem }
}
