import type { CertificateSyntax } from './certificate-syntax.js'
import type { Octets } from './der/read-der.js'
import { NULL, octetString, oid, sequence, unsignedInteger } from './der/write-der.js'
import { nameDigest, keyDigest } from './ocsp-answers.js'
import { OID } from './oid.js'

/**
 * Asks a responder about one certificate (RFC 6960 §4.1): the request names it by its serial number and by
 * hashes of its issuer, and says nothing else. SHA-1, since that is what responders understand (RFC 5019 §2.1.1);
 * it names, and protects nothing. No nonce: answers are kept and shown to others.
 *
 * @returns DER, for `application/ocsp-request`.
 */
export async function ocspRequest(
  { serial }: Pick<CertificateSyntax, 'serial'>,
  issuer: CertificateSyntax,
): Promise<Octets> {
  const id = sequence(
    sequence(oid(OID.sha1), NULL),
    octetString(await nameDigest('SHA-1', issuer)),
    octetString(await keyDigest('SHA-1', issuer)),
    unsignedInteger(serial),
  )
  // OCSPRequest, TBSRequest, requestList, Request.
  return sequence(sequence(sequence(sequence(id))))
}
