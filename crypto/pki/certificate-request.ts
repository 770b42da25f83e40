/**
 * Certificate requests (PKCS#10, RFC 2986), read without node-forge, which a relay need not load.
 *
 * @packageDocumentation
 */
import { CryptoError } from '../errors.js'
import { importVerificationKey } from '../keys/import-public.js'
import type { VerificationKey } from '../keys/key.js'
import { toHex } from '../bytes/bytes.js'
import { type Fields, fieldsOf, listOf, onlyChild } from './der/fields.js'
import { type DerValue, malformed, readDer } from './der/read-der.js'
import { explicit, TAG } from './der/tag.js'
import { octetsOfBits, oidOf, smallIntegerOf } from './der/values.js'
import { readExtensions, readRawExtensions } from './extensions.js'
import { readName } from './name.js'
import { OID } from './oid.js'
import { fromPem, toPem } from './pem.js'
import { readPublicKey } from './public-key.js'
import { type LeafRole, partyOfUri } from './role.js'
import { schemeOf, verifySignature } from './signature-algorithm.js'
import { sha256Now } from './sha256-now.js'

const MAX_REQUEST_BYTES = 16_384

export type CertificateRequest = {
  readonly pem: string
  /** The subject as the applicant wrote it, RFC 4514; the issuer writes its own. */
  readonly subject: string
  readonly role: LeafRole
  readonly party: string
  readonly key: VerificationKey
  /** Lower-case hex SHA-256 of the request: what both sides read to each other. */
  readonly fingerprint: string
}

/**
 * Reads a request and verifies that whoever made it holds the key.
 *
 * @throws {@link CryptoError} `pki/malformed` for bad form or above 16 KiB; `pki/weak` for the key
 *   or algorithm; `pki/name` unless it asks for exactly one party of this network; `pki/chain` for
 *   a signature by another key.
 */
export async function readCertificateRequest(pem: string): Promise<CertificateRequest> {
  const whole = readDer(fromPem('CERTIFICATE REQUEST', pem, MAX_REQUEST_BYTES), MAX_REQUEST_BYTES)
  const signed = fieldsOf(whole, TAG.sequence)
  const info = signed.next(TAG.sequence)
  const scheme = schemeOf(signed.next(TAG.sequence))
  const signature = octetsOfBits(signed.next(TAG.bitString))
  signed.end()

  const fields: Fields = fieldsOf(info, TAG.sequence)
  if (smallIntegerOf(fields.next(TAG.integer)) !== 0) throw malformed('not version 1')
  const subject = readName(fields.next(TAG.sequence))
  const spki = fields.next(TAG.sequence)
  const jwk = readPublicKey(spki)
  const asked = readParty(fields.next(explicit(0)))
  fields.end()
  if (!(await verifySignature(scheme, { spki: spki.bytes, jwk }, signature, info.bytes))) {
    throw new CryptoError('pki/chain', 'a request that its own key did not sign')
  }
  const key = await importVerificationKey(jwk)
  const fingerprint = toHex(sha256Now(whole.bytes))
  return { pem: toPem('CERTIFICATE REQUEST', whole.bytes), subject, ...asked, key, fingerprint }
}

/** The one attribute of a request here: extensionRequest (RFC 2985 §5.4.2) with a subjectAltName. */
function readParty(attributes: DerValue): { role: LeafRole; party: string } {
  const attribute = fieldsOf(onlyChild(attributes), TAG.sequence)
  if (oidOf(attribute.any()) !== OID.extensionRequest) throw malformed('an unknown attribute')
  const [extensions] = listOf(attribute.next(TAG.set), TAG.set, 1, 1)
  attribute.end()
  if (extensions === undefined) throw malformed('an empty attribute')
  const { subjectAltName: names } = readExtensions(readRawExtensions(extensions, 16))
  const [uri, ...others] = names?.uris ?? []
  const party = uri === undefined ? undefined : partyOfUri(uri)
  if (party === undefined || others.length > 0 || names?.others !== 0) {
    throw new CryptoError('pki/name', 'a request that does not name exactly one party')
  }
  return party
}
