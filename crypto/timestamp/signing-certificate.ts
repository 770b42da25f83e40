/**
 * ESSCertIDv2 (RFC 5035 §3, RFC 5816): the signature names the certificate it is made under, so
 * that no other certificate for the same key can take its place.
 *
 * @packageDocumentation
 */
import { equalBytes } from '../bytes/bytes.js'
import { sha256 } from '../bytes/sha256.js'
import { CryptoError } from '../errors.js'
import type { CertificateSyntax } from '../pki/certificate-syntax.js'
import { readSerial } from '../pki/certificate-syntax.js'
import { type Fields, fieldsOf, listOf, onlyChild } from '../pki/der/fields.js'
import { type DerValue, malformed, type Octets } from '../pki/der/read-der.js'
import { explicit, TAG } from '../pki/der/tag.js'
import { NULL, oid, sequence } from '../pki/der/write-der.js'
import { HASHES } from '../pki/signature-algorithm.js'

/**
 * Requires that the attribute's first id is the signer's, and that further ids, which restrict the
 * chain (RFC 5035 §5.4.1), are of certificates at hand.
 *
 * @throws {@link CryptoError} `timestamp/signer` if absent or of another certificate;
 *   `pki/malformed` for another shape.
 */
export async function requireSigningCertificate(
  attribute: DerValue | undefined,
  signer: CertificateSyntax,
  others: readonly Uint8Array[],
): Promise<void> {
  if (attribute === undefined) {
    throw new CryptoError('timestamp/signer', 'a token that does not name its certificate')
  }
  const fields = fieldsOf(attribute, TAG.sequence)
  const [first, ...further] = listOf(fields.next(TAG.sequence), TAG.sequence, 1, 8).map(readId)
  fields.optional(TAG.sequence) // policies, which nobody here asks for
  fields.end()
  if (first === undefined || !(await isOf(first, signer.der)) || !isNamed(first, signer)) {
    throw new CryptoError('timestamp/signer', 'a token that names another certificate')
  }
  for (const id of further) {
    const matches = await Promise.all(others.map((other) => isOf(id, other)))
    if (!matches.includes(true)) {
      throw new CryptoError('timestamp/signer', 'a token that names a certificate not at hand')
    }
  }
}

type CertificateId = {
  readonly hash: (typeof HASHES)[number]['hash']
  readonly digest: Octets
  readonly issuerSerial: { readonly issuer: Octets; readonly serial: string } | undefined
}

function readId(id: DerValue): CertificateId {
  const fields: Fields = fieldsOf(id, TAG.sequence)
  const algorithm = fields.optional(TAG.sequence)
  const digest = fields.next(TAG.octetString).content
  const issuerSerial = fields.optional(TAG.sequence)
  fields.end()
  return {
    hash: algorithm === undefined ? 'SHA-256' : hashOf(algorithm),
    digest,
    issuerSerial: issuerSerial && readIssuerSerial(issuerSerial),
  }
}

function hashOf({ bytes }: DerValue): CertificateId['hash'] {
  const row = HASHES.find(({ digest }) =>
    [sequence(oid(digest)), sequence(oid(digest), NULL)].some((form) => equalBytes(form, bytes)),
  )
  if (row === undefined)
    throw new CryptoError('timestamp/signer', 'a certificate named by a weak hash')
  return row.hash
}

/** IssuerSerial: GeneralNames with one directoryName, and the serial number. */
function readIssuerSerial(value: DerValue): { issuer: Octets; serial: string } {
  const fields = fieldsOf(value, TAG.sequence)
  const [name] = listOf(fields.next(TAG.sequence), TAG.sequence, 1, 1)
  const serial = readSerial(fields.next(TAG.integer))
  fields.end()
  if (name?.tag !== explicit(4)) throw malformed('an issuer that is no directory name')
  return { issuer: onlyChild(name).bytes, serial }
}

const isNamed = ({ issuerSerial }: CertificateId, { issuer, serial }: CertificateSyntax): boolean =>
  issuerSerial === undefined ||
  (issuerSerial.serial === serial && equalBytes(issuerSerial.issuer, issuer))

async function isOf({ hash, digest }: CertificateId, certificate: Uint8Array): Promise<boolean> {
  const actual =
    hash === 'SHA-256'
      ? await sha256(certificate)
      : new Uint8Array(await crypto.subtle.digest(hash, new Uint8Array(certificate)))
  return equalBytes(actual, digest)
}
