import { CryptoError } from '../errors.js'
import type { PublicJwk, VerificationKey } from '../keys/key.js'
import { type CertificateRequest, readCertificateRequest } from './certificate-request.js'
import {
  keyIdentifierOf,
  subjectOf,
  tbsCertificate,
  type Validity,
} from './certificate-template.js'
import { type Certificate, syntaxOf } from './certificate.js'
import type { CertificateIssuer } from './identity.js'
import { readCertificate } from './read-certificate.js'
import type { LeafRole } from './role.js'
import { signedByIssuer } from './signed.js'

export type CertificateOrder = Validity & {
  /** Common name, for people: 1 to 64 characters. */
  readonly name: string
  /** ISO 3166-1 alpha-2 code, in capitals. */
  readonly state?: string
  readonly issuer: CertificateIssuer
} & (
    | { readonly role: LeafRole; readonly party: string }
    | { readonly role: 'intermediate'; readonly party?: undefined }
  )

/**
 * Issues a certificate for a key. What it says comes from the order, never from the request: the
 * operator has checked those facts, the applicant only asked.
 *
 * The serial number has 128 random bits. Moments are cut to the second.
 *
 * @param subject - a certificate request (PEM or as read), or the public key itself.
 * @throws {@link CryptoError} `pki/usage` if the issuer's certificate may not issue it; `pki/name`
 *   for a bad name or party, the issuer's own name, or a request for another party or role; `pki/validity` if it would
 *   outlive its issuer; `pki/weak` for a key that is not RSA from 3072 bits; and what
 *   `readCertificateRequest` throws.
 */
export async function issueCertificate(
  subject: string | CertificateRequest | VerificationKey,
  order: CertificateOrder,
): Promise<Certificate> {
  const issuer = syntaxOf(order.issuer.certificate)
  requireMayIssue(order)
  const tbs = await tbsCertificate({
    notBefore: order.notBefore,
    notAfter: order.notAfter,
    role: order.role,
    ...(order.party === undefined ? {} : { party: order.party }),
    subject: subjectOf(order.name, order.state),
    issuer: issuer.subject,
    jwk: await orderedKey(subject, order),
    issuerKeyIdentifier:
      issuer.extensions.subjectKeyIdentifier ?? (await keyIdentifierOf(issuer.jwk)),
  })
  const issued = readCertificate(await signedByIssuer(tbs, order.issuer.privateKeyPem))
  // It would look self-issued, and every verifier would take it for a root or a loop.
  if (issued.subject === issuer.subjectText) {
    throw new CryptoError('pki/name', 'a certificate of the same name as its issuer')
  }
  return issued
}

function requireMayIssue({ issuer: { certificate }, role, notBefore, notAfter }: CertificateOrder) {
  const mayIssue =
    certificate.role === 'root' || (certificate.role === 'intermediate' && role !== 'intermediate')
  if (!mayIssue) throw new CryptoError('pki/usage', 'an issuer that may not issue this')
  // RFC 5280 does not ask for nesting; a certificate that outlives its issuer would fail silently.
  const latest = certificate.notAfter.getTime() + 999
  if (notBefore.getTime() < certificate.notBefore.getTime() || notAfter.getTime() > latest) {
    throw new CryptoError('pki/validity', 'a certificate that would outlive its issuer')
  }
}

async function orderedKey(
  subject: string | CertificateRequest | VerificationKey,
  { role, party }: CertificateOrder,
): Promise<PublicJwk> {
  if (typeof subject !== 'string' && 'jwk' in subject) return subject.jwk
  const request = await readCertificateRequest(typeof subject === 'string' ? subject : subject.pem)
  if (request.party !== party || request.role !== role) {
    throw new CryptoError('pki/name', 'a request for another party or role')
  }
  return request.key.jwk
}
