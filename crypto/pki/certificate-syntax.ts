/**
 * X.509 v3 certificates, decoded strictly (RFC 5280 §4.1). Syntax and strength only:
 * whether to believe one is the chain's business.
 *
 * @packageDocumentation
 */
import { equalBytes } from '../bytes/bytes.js'
import type { PublicJwk } from '../keys/key.js'
import { fieldsOf, onlyChild } from './der/fields.js'
import { type DerValue, malformed, type Octets, readDer } from './der/read-der.js'
import { explicit, TAG } from './der/tag.js'
import { timeOf } from './der/times.js'
import { octetsOfBits, smallIntegerOf, unsignedHexOf } from './der/values.js'
import { type Extensions, readExtensions, readRawExtensions } from './extensions.js'
import { readName } from './name.js'
import { readPublicKey } from './public-key.js'
import { schemeOf, type SignatureScheme } from './signature-algorithm.js'

export const MAX_CERTIFICATE_BYTES = 16_384

export type CertificateSyntax = {
  readonly der: Octets
  /** What is signed. */
  readonly tbs: Octets
  /** Hex of the magnitude: 1 to 20 octets, never zero. */
  readonly serial: string
  /** Names as their encodings: chains are compared octet by octet. */
  readonly issuer: Octets
  readonly subject: Octets
  readonly subjectText: string
  readonly notBefore: Date
  readonly notAfter: Date
  /** SubjectPublicKeyInfo. */
  readonly spki: Octets
  readonly jwk: PublicJwk
  readonly scheme: SignatureScheme
  readonly signature: Octets
  readonly extensions: Extensions
}

/**
 * Decodes one certificate.
 *
 * @throws {@link CryptoError} `pki/malformed` for anything but strict DER of a version 3 certificate
 *   with a positive serial number; `pki/weak` for a key or signature below the profile;
 *   `pki/name` for a deceptive name.
 */
export function readCertificateSyntax(bytes: Uint8Array): CertificateSyntax {
  const whole = readDer(bytes, MAX_CERTIFICATE_BYTES)
  const certificate = fieldsOf(whole, TAG.sequence)
  const tbs = certificate.next(TAG.sequence)
  const algorithm = certificate.next(TAG.sequence)
  const signature = octetsOfBits(certificate.next(TAG.bitString))
  certificate.end()

  const fields = fieldsOf(tbs, TAG.sequence)
  if (smallIntegerOf(onlyChild(fields.next(explicit(0)))) !== 2) throw malformed('not version 3')
  const serial = readSerial(fields.next(TAG.integer))
  // §4.1.1.2: the algorithm inside the signed part and the one outside are the same.
  if (!equalBytes(fields.next(TAG.sequence).bytes, algorithm.bytes)) {
    throw malformed('two different signature algorithms')
  }
  const issuer = fields.next(TAG.sequence)
  const validity = fieldsOf(fields.next(TAG.sequence), TAG.sequence)
  const [notBefore, notAfter] = [timeOf(validity.any()), timeOf(validity.any())]
  validity.end()
  if (notAfter < notBefore) throw malformed('a validity that ends before it begins')
  const subject = fields.next(TAG.sequence)
  const spki = fields.next(TAG.sequence)
  // §4.1.2.8: unique identifiers have no use in this profile; their tags fail here.
  const extensions = readRawExtensions(onlyChild(fields.next(explicit(3))), 24)
  fields.end()

  readName(issuer)
  return {
    der: whole.bytes,
    tbs: tbs.bytes,
    serial,
    issuer: issuer.bytes,
    subject: subject.bytes,
    subjectText: readName(subject),
    notBefore,
    notAfter,
    spki: spki.bytes,
    jwk: readPublicKey(spki),
    scheme: schemeOf(algorithm),
    signature,
    extensions: readExtensions(extensions),
  }
}

/** §4.1.2.2: positive, at most 20 octets of content (so at most 159 bits). Zero is refused too. */
export function readSerial(value: DerValue): string {
  if (value.content.length > 20) throw malformed('a serial number above 20 octets')
  const serial = unsignedHexOf(value, 20)
  if (serial === '00') throw malformed('a serial number of zero')
  return serial
}
