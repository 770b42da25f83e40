/**
 * Answers of OCSP responders (RFC 6960 §4.2), basic ones only.
 *
 * @packageDocumentation
 */
import { CryptoError } from '../errors.js'
import { readSerial } from './certificate-syntax.js'
import { type Fields, fieldsOf, listOf, onlyChild } from './der/fields.js'
import { type DerValue, malformed, type Octets, readDer } from './der/read-der.js'
import { explicit, implicit, TAG } from './der/tag.js'
import { preciseTimeOf } from './der/times.js'
import { octetsOfBits, oidOf, smallIntegerOf } from './der/values.js'
import { type RawExtension, readRawExtensions } from './extensions.js'
import { earlierOf, invaliditySince } from './invalidity.js'
import { OID } from './oid.js'
import { strictBase64 } from './pem.js'
import { schemeOf, type SignatureScheme } from './signature-algorithm.js'

const MAX_RESPONSE_BYTES = 65_536
const MAX_ANSWERS = 64

/** `at` is the earlier of revocationTime (`declared`) and of invalidityDate, if the answer tells it (§4.4.5). */
export type RevokedStatus = { readonly at: Date; readonly declared: Date }

/** What a responder says of one certificate. */
export type OcspAnswer = {
  readonly hash: 'SHA-1' | 'SHA-256'
  readonly issuerNameHash: Octets
  readonly issuerKeyHash: Octets
  /** Lower-case hex, as in `Certificate.serial`. */
  readonly serial: string
  readonly status: 'good' | 'unknown' | RevokedStatus
  readonly thisUpdate: Date
  readonly nextUpdate: Date
}

export type OcspResponse = {
  readonly tbs: Octets
  readonly responder: { readonly name: Octets } | { readonly keyHash: Octets }
  readonly answers: readonly OcspAnswer[]
  readonly scheme: SignatureScheme
  readonly signature: Octets
  /** DER of the certificates that came along: at most the delegate's. */
  readonly certificates: readonly Octets[]
}

/**
 * Reads a response. Its signature is not verified: see `requireNotRevoked`.
 *
 * @param response - standard base64 of DER, or DER octets.
 * @throws {@link CryptoError} `pki/malformed` for bad form, an unsuccessful status, a critical extension, an
 *   answer without nextUpdate, or above 64 KiB; `pki/weak` for the algorithm.
 */
export function readOcspResponse(response: string | Uint8Array): OcspResponse {
  const octets = typeof response === 'string' ? strictBase64(response) : response
  const outer = fieldsOf(readDer(octets, MAX_RESPONSE_BYTES), TAG.sequence)
  if (smallIntegerOf(outer.next(TAG.enumerated)) !== 0) {
    throw malformed('a responder that gave no answer')
  }
  const bytes = fieldsOf(onlyChild(outer.next(explicit(0))), TAG.sequence)
  outer.end()
  if (oidOf(bytes.any()) !== OID.ocspBasic) throw malformed('no basic OCSP response')
  const basic = fieldsOf(
    readDer(bytes.next(TAG.octetString).content, MAX_RESPONSE_BYTES),
    TAG.sequence,
  )
  bytes.end()
  const tbs = basic.next(TAG.sequence)
  const scheme = schemeOf(basic.next(TAG.sequence))
  const signature = octetsOfBits(basic.next(TAG.bitString))
  const certificates = basic.optional(explicit(0))
  basic.end()
  return {
    ...readResponseData(fieldsOf(tbs, TAG.sequence)),
    tbs: tbs.bytes,
    scheme,
    signature,
    certificates: certificates
      ? listOf(onlyChild(certificates), TAG.sequence, 0, 4).map((one) => one.bytes)
      : [],
  }
}

function readResponseData(fields: Fields): Pick<OcspResponse, 'responder' | 'answers'> {
  // version [0] DEFAULT v1: DER leaves it out.
  const responder = fields.any()
  preciseTimeOf(fields.next(TAG.generalizedTime))
  const answers = listOf(fields.next(TAG.sequence), TAG.sequence, 1, MAX_ANSWERS).map(readAnswer)
  requireNoCritical(fields.optional(explicit(1)))
  fields.end()
  const id = onlyChild(responder)
  if (responder.tag === explicit(1)) return { responder: { name: id.bytes }, answers }
  if (responder.tag !== explicit(2) || id.tag !== TAG.octetString) throw malformed('no responder')
  return { responder: { keyHash: id.content }, answers }
}

function readAnswer(answer: DerValue): OcspAnswer {
  const fields = fieldsOf(answer, TAG.sequence)
  const id = fieldsOf(fields.next(TAG.sequence), TAG.sequence)
  const algorithm = oidOf(fieldsOf(id.next(TAG.sequence), TAG.sequence).any())
  const [issuerNameHash, issuerKeyHash] = [id.next(TAG.octetString), id.next(TAG.octetString)]
  const serial = readSerial(id.next(TAG.integer))
  id.end()
  const said = fields.any()
  const thisUpdate = preciseTimeOf(fields.next(TAG.generalizedTime))
  const next = fields.optional(explicit(0))
  const status = statusOf(said, requireNoCritical(fields.optional(explicit(1))))
  fields.end()
  // §4.2.2.1: without it "newer information is available all the time", which nobody offline can ask for.
  if (next === undefined) throw malformed('an answer without nextUpdate')
  const nextUpdate = preciseTimeOf(onlyChild(next))
  if (nextUpdate < thisUpdate) throw malformed('an answer that ends before it begins')
  // The hash names a certificate and protects nothing: SHA-1 is what responders use.
  if (algorithm !== OID.sha1 && algorithm !== OID.sha256) throw malformed('another hash')
  return {
    hash: algorithm === OID.sha1 ? 'SHA-1' : 'SHA-256',
    issuerNameHash: issuerNameHash.content,
    issuerKeyHash: issuerKeyHash.content,
    serial,
    status,
    thisUpdate,
    nextUpdate,
  }
}

function statusOf(status: DerValue, extensions: readonly RawExtension[]): OcspAnswer['status'] {
  if (status.tag === explicit(1)) {
    const fields = fieldsOf(status, explicit(1))
    const declared = preciseTimeOf(fields.next(TAG.generalizedTime))
    const since = extensions.find(({ id }) => id === OID.invalidityDate)?.value
    return { at: since ? earlierOf(declared, invaliditySince(since)) : declared, declared }
  }
  if (status.content.length > 0) throw malformed('no status')
  if (status.tag === implicit(0)) return 'good'
  if (status.tag === implicit(2)) return 'unknown'
  throw malformed('no status')
}

function requireNoCritical(list: DerValue | undefined): readonly RawExtension[] {
  const extensions = list ? readRawExtensions(onlyChild(list), 16) : []
  if (extensions.some(({ critical }) => critical)) {
    throw new CryptoError('pki/malformed', 'an OCSP response with a critical extension')
  }
  return extensions
}
