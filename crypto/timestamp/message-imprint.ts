/**
 * What is time-stamped: a digest and its algorithm (RFC 3161 §2.4.1).
 *
 * @packageDocumentation
 */
import { equalBytes } from '../bytes/bytes.js'
import { fieldsOf } from '../pki/der/fields.js'
import type { DerValue, Octets } from '../pki/der/read-der.js'
import { TAG } from '../pki/der/tag.js'
import { NULL, octetString, oid, sequence } from '../pki/der/write-der.js'
import { OID } from '../pki/oid.js'

// RFC 5754 §2 lets the parameters be absent or NULL; both are read.
const SHA256_FORMS = [sequence(oid(OID.sha256), NULL), sequence(oid(OID.sha256))]
const SHA256_OCTETS = 32

/** MessageImprint of a SHA-256 digest. */
export const messageImprint = (digest: Uint8Array): Octets =>
  sequence(sequence(oid(OID.sha256), NULL), octetString(digest))

/** The digest of an imprint, or nothing if it is not by SHA-256. */
export function readSha256Imprint(imprint: DerValue): Octets | undefined {
  const fields = fieldsOf(imprint, TAG.sequence)
  const algorithm = fields.next(TAG.sequence)
  const digest = fields.next(TAG.octetString).content
  fields.end()
  const isSha256 = SHA256_FORMS.some((form) => equalBytes(form, algorithm.bytes))
  return isSha256 && digest.length === SHA256_OCTETS ? digest : undefined
}
