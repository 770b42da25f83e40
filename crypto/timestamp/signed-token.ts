/**
 * The token as CMS SignedData (RFC 5652 §5), strict: one signer, one digest, definite lengths, no
 * unsigned attributes, no lists. Everything outside the signature that could be varied is fixed or
 * refused, but for the order of the certificates, which the chain decides.
 *
 * @packageDocumentation
 */
import { equalBytes } from '../bytes/bytes.js'
import { fieldsOf, listOf, onlyChild } from '../pki/der/fields.js'
import { type DerValue, malformed, type Octets, readDer } from '../pki/der/read-der.js'
import { explicit, TAG } from '../pki/der/tag.js'
import { oidOf, smallIntegerOf } from '../pki/der/values.js'
import { byOctets, der, NULL, oid, sequence } from '../pki/der/write-der.js'
import { readSerial } from '../pki/certificate-syntax.js'
import { OID } from '../pki/oid.js'
import { HASHES, schemeOf, type SignatureScheme } from '../pki/signature-algorithm.js'
import { MAX_TOKEN_BYTES } from './timestamp-response.js'

const MAX_CERTIFICATES = 6
const RSA_ENCRYPTION = sequence(oid(OID.rsaEncryption), NULL)

export type SignedToken = {
  /** DER of TSTInfo. */
  readonly content: Octets
  /** DER of the certificates, in the order of the token. */
  readonly certificates: readonly Octets[]
  /** Who signed, as the token says: DER of the issuer's name, and the serial number in hex. */
  readonly signer: { readonly issuer: Octets; readonly serial: string }
  readonly scheme: SignatureScheme
  /** The octets under the signature (§5.4: signedAttrs with the tag of SET OF). */
  readonly signed: Octets
  readonly signature: Octets
  /** Values of the signed attributes by type; each has exactly one. */
  readonly attributes: ReadonlyMap<string, DerValue>
}

/**
 * Takes a token apart. Nothing is verified.
 *
 * @throws {@link CryptoError} `pki/malformed` for another shape; `pki/weak` for a digest or
 *   signature below SHA-256 with RSA.
 */
export function readSignedToken(token: Uint8Array): SignedToken {
  const info = fieldsOf(readDer(token, MAX_TOKEN_BYTES), TAG.sequence)
  if (oidOf(info.any()) !== OID.signedData) throw malformed('no signed data')
  const data = fieldsOf(onlyChild(info.next(explicit(0))), TAG.sequence)
  info.end()

  // §5.1: version 3, since the content is not plain data.
  if (smallIntegerOf(data.next(TAG.integer)) !== 3) throw malformed('signed data not of version 3')
  const digest = onlyChild(data.next(TAG.set))
  const content = readContent(data.next(TAG.sequence))
  const certificates = data.next(explicit(0))
  const signer = onlyChild(data.next(TAG.set))
  data.end()
  return {
    content,
    certificates: listOf(certificates, explicit(0), 1, MAX_CERTIFICATES).map(({ bytes }) => bytes),
    ...readSigner(signer, digest),
  }
}

function readContent(encapsulated: DerValue): Octets {
  const fields = fieldsOf(encapsulated, TAG.sequence)
  if (oidOf(fields.any()) !== OID.tstInfo) throw malformed('content that is no TSTInfo')
  const content = onlyChild(fields.next(explicit(0)))
  fields.end()
  if (content.tag !== TAG.octetString) throw malformed('no octet string')
  return content.content
}

function readSigner(signer: DerValue, digest: DerValue) {
  const fields = fieldsOf(signer, TAG.sequence)
  // §5.3: version 1 goes with issuer and serial number.
  if (smallIntegerOf(fields.next(TAG.integer)) !== 1) throw malformed('a signer not of version 1')
  const id = fieldsOf(fields.next(TAG.sequence), TAG.sequence)
  const issuer = id.next(TAG.sequence).bytes
  const serial = readSerial(id.next(TAG.integer))
  id.end()
  const algorithm = fields.next(TAG.sequence)
  if (!equalBytes(algorithm.bytes, digest.bytes)) throw malformed('two different digests')
  const attributes = fields.next(explicit(0))
  const scheme = schemeUnder(algorithm, fields.next(TAG.sequence))
  const signature = fields.next(TAG.octetString).content
  fields.end() // unsigned attributes would follow here
  return {
    signer: { issuer, serial },
    scheme,
    signed: der(TAG.set, attributes.content),
    signature,
    attributes: readAttributes(attributes),
  }
}

/** The signature's scheme, whose hash must be the digest's. */
function schemeUnder(digest: DerValue, signature: DerValue): SignatureScheme {
  const row = HASHES.find(({ digest: id }) =>
    [sequence(oid(id), NULL), sequence(oid(id))].some((form) => equalBytes(form, digest.bytes)),
  )
  // RFC 3370 §3.2: rsaEncryption alone means PKCS #1 v1.5 with the digest named before it.
  if (row !== undefined && equalBytes(signature.bytes, RSA_ENCRYPTION)) {
    return { name: 'RSASSA-PKCS1-v1_5', hash: row.hash }
  }
  const scheme = schemeOf(signature)
  if (scheme.hash !== row?.hash) throw malformed('a signature over another digest')
  return scheme
}

/** §5.3: DER, so in ascending order; §11: no attribute twice, each with one value. */
function readAttributes(set: DerValue): ReadonlyMap<string, DerValue> {
  const members = listOf(set, explicit(0), 1, 16)
  members.slice(1).forEach((member, index) => {
    const previous = members[index]
    if (previous && byOctets(previous.bytes, member.bytes) >= 0) {
      throw malformed('signed attributes out of order')
    }
  })
  const attributes = members.map((member) => {
    const fields = fieldsOf(member, TAG.sequence)
    const type = oidOf(fields.any())
    const value = onlyChild(fields.next(TAG.set))
    fields.end()
    return [type, value] as const
  })
  const byType = new Map(attributes)
  if (byType.size < attributes.length) throw malformed('an attribute twice')
  return byType
}
