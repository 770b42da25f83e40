import { equalBytes } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import { type CertificateSyntax, readCertificateSyntax } from './certificate-syntax.js'
import { isNamedBy } from './chain-profile.js'
import { fieldsOf } from './der/fields.js'
import { readDer } from './der/read-der.js'
import { TAG } from './der/tag.js'
import { octetsOfBits } from './der/values.js'
import { USAGE } from './extensions.js'
import { type OcspAnswer, type OcspResponse, readOcspResponse } from './ocsp-response.js'
import { OID } from './oid.js'
import { verifySignature } from './signature-algorithm.js'

/** Of a trust list, and of a bundle. */
const MAX_RESPONSES = 128

/**
 * What responders that an issuer authorised say of one certificate of its (RFC 6960 §4.2.2.2): the issuer
 * itself, or a delegate with a certificate from that very issuer for OCSP signing, valid when it answered.
 * Answers about other certificates are passed over.
 *
 * @throws {@link CryptoError} `pki/malformed`, `pki/weak`; `pki/chain` for an answer about the certificate by
 *   nobody whom its issuer authorised.
 */
export async function ocspAnswers(
  certificate: CertificateSyntax,
  issuer: CertificateSyntax,
  responses: readonly string[],
): Promise<readonly OcspAnswer[]> {
  if (responses.length > MAX_RESPONSES) {
    throw new CryptoError('pki/malformed', `more than ${MAX_RESPONSES} OCSP responses`)
  }
  const before = told.get(certificate)
  if (before?.issuer === issuer && isSame(before.texts, responses)) return before.answers
  const answers = answersIn(certificate, issuer, decodedOf(responses))
  told.set(certificate, { issuer, texts: [...responses], answers })
  return answers
}

/**
 * Decoded once for each array of texts, and judged once for each certificate: one bundle asks for the same
 * answers at thousands of moments, which would be work that a stranger chooses.
 */
const decoded = new WeakMap<readonly string[], Decoded>()
type Decoded = {
  readonly texts: readonly string[]
  readonly read: () => readonly OcspResponse[]
}
const told = new WeakMap<CertificateSyntax, Told>()
type Told = {
  readonly issuer: CertificateSyntax
  readonly texts: readonly string[]
  readonly answers: Promise<readonly OcspAnswer[]>
}

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((text, i) => text === other[i])

function decodedOf(texts: readonly string[]): readonly OcspResponse[] {
  const known = decoded.get(texts)
  if (known !== undefined && isSame(known.texts, texts)) return known.read()
  const read = readAll(texts)
  decoded.set(texts, { texts: [...texts], read })
  return read()
}

/** Responses that are none are refused from memory, too. */
function readAll(texts: readonly string[]): () => readonly OcspResponse[] {
  try {
    const responses = texts.map((one) => readOcspResponse(one))
    return () => responses
  } catch (error) {
    return () => {
      throw error
    }
  }
}

async function answersIn(
  certificate: CertificateSyntax,
  issuer: CertificateSyntax,
  responses: readonly OcspResponse[],
): Promise<readonly OcspAnswer[]> {
  const found: OcspAnswer[] = []
  for (const response of responses) {
    for (const answer of response.answers) {
      if (!(await isAbout(answer, certificate, issuer))) continue
      await requireAuthorised(response, issuer, answer.thisUpdate)
      found.push(answer)
    }
  }
  return found
}

async function isAbout(
  { hash, serial, issuerNameHash, issuerKeyHash }: OcspAnswer,
  certificate: CertificateSyntax,
  issuer: CertificateSyntax,
): Promise<boolean> {
  return (
    serial === certificate.serial &&
    equalBytes(issuerNameHash, await nameDigest(hash, issuer)) &&
    equalBytes(issuerKeyHash, await keyDigest(hash, issuer))
  )
}

async function requireAuthorised(
  response: OcspResponse,
  issuer: CertificateSyntax,
  at: Date,
): Promise<void> {
  const delegates = response.certificates.map((der) => readCertificateSyntax(der))
  for (const signer of [issuer, ...delegates]) {
    const isNamed =
      'name' in response.responder
        ? equalBytes(response.responder.name, signer.subject)
        : equalBytes(response.responder.keyHash, await keyDigest('SHA-1', signer))
    if (
      isNamed &&
      (signer === issuer || (await isDelegate(signer, issuer, at))) &&
      (await verifySignature(response.scheme, signer, response.signature, response.tbs))
    ) {
      return
    }
  }
  throw new CryptoError('pki/chain', 'an OCSP response by nobody whom the issuer authorised')
}

async function isDelegate(
  signer: CertificateSyntax,
  issuer: CertificateSyntax,
  at: Date,
): Promise<boolean> {
  const { extendedKeyUsage, keyUsage, basicConstraints, unknownCritical } = signer.extensions
  return (
    isNamedBy(signer, issuer) &&
    at >= signer.notBefore &&
    at <= signer.notAfter &&
    extendedKeyUsage?.purposes.includes(OID.ocspSigning) === true &&
    (keyUsage === undefined || (keyUsage.bits & USAGE.digitalSignature) !== 0) &&
    basicConstraints?.ca !== true &&
    unknownCritical.length === 0 &&
    (await verifySignature(signer.scheme, issuer, signer.signature, signer.tbs))
  )
}

/** How a request and an answer name an issuer (§4.1.1): by its name … */
export const nameDigest = (hash: OcspAnswer['hash'], { subject }: CertificateSyntax) =>
  digest(hash, subject)

/** … and by its key, without algorithm, tag and length. */
export const keyDigest = (hash: OcspAnswer['hash'], issuer: CertificateSyntax) =>
  digest(hash, keyBits(issuer))

const keyBits = ({ spki }: CertificateSyntax) => {
  const fields = fieldsOf(readDer(spki, spki.length), TAG.sequence)
  fields.next(TAG.sequence)
  return octetsOfBits(fields.next(TAG.bitString))
}

const digest = async (hash: OcspAnswer['hash'], octets: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(await crypto.subtle.digest(hash, octets))
