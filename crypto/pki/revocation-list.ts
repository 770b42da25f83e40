/**
 * Certificate revocation lists (RFC 5280 §5), full and direct ones only.
 *
 * @packageDocumentation
 */
import { equalBytes } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import { type Fields, fieldsOf, listOf, onlyChild } from './der/fields.js'
import { type DerValue, malformed, type Octets, readDer } from './der/read-der.js'
import { explicit, TAG } from './der/tag.js'
import { timeOf } from './der/times.js'
import { octetsOfBits, smallIntegerOf } from './der/values.js'
import { readSerial } from './certificate-syntax.js'
import { readRawExtensions } from './extensions.js'
import { earlierOf, invaliditySince } from './invalidity.js'
import { readName } from './name.js'
import { OID } from './oid.js'
import { fromPem, strictBase64 } from './pem.js'
import { schemeOf, type SignatureScheme } from './signature-algorithm.js'

const MAX_LIST_BYTES = 1_048_576
const MAX_ENTRIES = 20_000

/** Reasons of RFC 5280 §5.3.1 that end a certificate for good, with their numbers. */
export const REASONS = {
  unspecified: 0,
  keyCompromise: 1,
  cACompromise: 2,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  certificateHold: 6,
  privilegeWithdrawn: 9,
  aACompromise: 10,
} as const
export type RevocationReason = keyof typeof REASONS

export type RevokedCertificate = {
  /** Lower-case hex, as in `Certificate.serial`. */
  readonly serial: string
  /** From this moment on the key proves nothing. */
  readonly at: Date
  readonly reason: RevocationReason
}

/** As a list names it: `at` is the earlier of the two moments that its entry may tell. */
export type ListedRevocation = RevokedCertificate & {
  /** revocationDate: when its issuer says that it revoked it. */
  readonly declared: Date
}

export type RevocationList = {
  readonly der: Octets
  readonly tbs: Octets
  readonly issuer: Octets
  readonly issuerText: string
  readonly thisUpdate: Date
  readonly nextUpdate: Date
  readonly revoked: readonly ListedRevocation[]
  readonly scheme: SignatureScheme
  readonly signature: Octets
}

/**
 * Reads a list. Its signature is not verified: see `verifyRevocationList`.
 *
 * @param list - PEM, standard base64 of DER, or DER octets.
 * @throws {@link CryptoError} `pki/malformed` for bad form, a delta or indirect list, a critical
 *   extension, a list without nextUpdate (§5.1.2.5) or above 1 MiB; `pki/weak` for the algorithm.
 */
export function readRevocationList(list: string | Uint8Array): RevocationList {
  const whole = readDer(listOctets(list), MAX_LIST_BYTES)
  const signed = fieldsOf(whole, TAG.sequence)
  const tbs = signed.next(TAG.sequence)
  const algorithm = signed.next(TAG.sequence)
  const signature = octetsOfBits(signed.next(TAG.bitString))
  signed.end()

  const fields = fieldsOf(tbs, TAG.sequence)
  if (smallIntegerOf(fields.next(TAG.integer)) !== 1) throw malformed('a list not of version 2')
  if (!equalBytes(fields.next(TAG.sequence).bytes, algorithm.bytes)) {
    throw malformed('two different signature algorithms')
  }
  const issuer = fields.next(TAG.sequence)
  const [thisUpdate, nextUpdate] = [timeOf(fields.any()), timeOf(fields.any())]
  const entries = fields.optional(TAG.sequence)
  const extensions = fields.next(explicit(0))
  fields.end()
  requireNoCritical(onlyChild(extensions))

  return {
    der: whole.bytes,
    tbs: tbs.bytes,
    issuer: issuer.bytes,
    issuerText: readName(issuer),
    thisUpdate,
    nextUpdate,
    // §5.1.2.6: without revoked certificates the member is absent, not empty.
    revoked: entries ? listOf(entries, TAG.sequence, 1, MAX_ENTRIES).map(readEntry) : [],
    scheme: schemeOf(algorithm),
    signature,
  }
}

function listOctets(list: string | Uint8Array): Uint8Array {
  if (typeof list !== 'string') return list
  if (list.length > 2 * MAX_LIST_BYTES) throw malformed('longer than a list may be')
  return list.trimStart().startsWith('-----')
    ? fromPem('X509 CRL', list, MAX_LIST_BYTES)
    : strictBase64(list)
}

function readEntry(entry: DerValue): ListedRevocation {
  const fields: Fields = fieldsOf(entry, TAG.sequence)
  const serial = readSerial(fields.next(TAG.integer))
  const declared = timeOf(fields.any())
  const extensions = fields.optional(TAG.sequence)
  fields.end()
  const raw = extensions ? requireNoCritical(extensions) : []
  const code = raw.find(({ id }) => id === OID.crlReason)?.value
  const invalidity = raw.find(({ id }) => id === OID.invalidityDate)?.value
  return {
    serial,
    at: invalidity ? earlierOf(declared, invaliditySince(invalidity)) : declared,
    declared,
    reason: code ? reasonOf(readDer(code, 8)) : 'unspecified',
  }
}

function reasonOf(code: DerValue): RevocationReason {
  if (code.tag !== TAG.enumerated) throw malformed('a reason that is no enumeration')
  const number = smallIntegerOf(code)
  const reason = (Object.keys(REASONS) as RevocationReason[]).find(
    (name) => REASONS[name] === number,
  )
  // removeFromCRL (8) has a meaning in delta lists only.
  if (reason === undefined) throw malformed('an unknown reason')
  return reason
}

/** §5.2: delta, indirect and partitioned lists all announce themselves by a critical extension. */
function requireNoCritical(list: DerValue) {
  const extensions = readRawExtensions(list, 16)
  if (extensions.some(({ critical }) => critical)) {
    throw new CryptoError('pki/malformed', 'a list with a critical extension')
  }
  return extensions
}
