/**
 * TSTInfo: what a time-stamping authority states (RFC 3161 §2.4.2).
 *
 * @packageDocumentation
 */
import { readRawExtensions } from '../pki/extensions.js'
import { fieldsOf, onlyChild } from '../pki/der/fields.js'
import { type DerValue, malformed, type Octets, readDer } from '../pki/der/read-der.js'
import { explicit, implicit, TAG } from '../pki/der/tag.js'
import { preciseTimeOf } from '../pki/der/times.js'
import { booleanOf, oidOf, smallIntegerOf, unsignedHexOf } from '../pki/der/values.js'
import { ascii, der, oid, sequence, unsignedInteger } from '../pki/der/write-der.js'
import { messageImprint, readSha256Imprint } from './message-imprint.js'
import { MAX_NONCE_OCTETS } from './timestamp-request.js'

export type TstInfo = {
  readonly policy: string
  /** SHA-256 of the data; absent if it is a digest by another algorithm. */
  readonly imprint: Octets | undefined
  /** Lower-case hex. */
  readonly serial: string
  /** Fractions below a millisecond rounded up: "not after". */
  readonly at: Date
  readonly accuracyMs?: number
  readonly nonce?: string
  /** DER of the Name by which the authority calls itself, if it does. */
  readonly authority?: Octets
}

/** Writes it in DER: defaults left out, no trailing zeros in the fraction (X.690 §11.5, §11.7). */
export function tstInfo(
  info: Omit<TstInfo, 'imprint' | 'authority'> & { readonly imprint: Uint8Array },
): Octets {
  const { policy, imprint, serial, at, accuracyMs, nonce } = info
  return sequence(
    unsignedInteger(1),
    oid(policy),
    messageImprint(imprint),
    unsignedInteger(serial),
    der(TAG.generalizedTime, ascii(generalizedTime(at))),
    ...(accuracyMs === undefined ? [] : [accuracy(accuracyMs)]),
    ...(nonce === undefined ? [] : [unsignedInteger(nonce)]),
  )
}

function generalizedTime(at: Date): string {
  const [whole = '', fraction = ''] = at
    .toISOString()
    .replace(/[-T:Z]/g, '')
    .split('.')
  const digits = fraction.replace(/0+$/, '')
  return digits === '' ? `${whole}Z` : `${whole}.${digits}Z`
}

function accuracy(milliseconds: number): Octets {
  const seconds = Math.floor(milliseconds / 1000)
  const rest = milliseconds % 1000
  return sequence(
    ...(seconds === 0 ? [] : [unsignedInteger(seconds)]),
    // millis [0] IMPLICIT INTEGER (1..999): the tag replaces that of an INTEGER.
    ...(rest === 0 ? [] : [retagged(implicit(0), unsignedInteger(rest))]),
  )
}

const retagged = (tag: number, value: Octets): Octets => Uint8Array.of(tag, ...value.subarray(1))

/**
 * Reads TSTInfo.
 *
 * @throws {@link CryptoError} `pki/malformed` for another shape, or a critical extension.
 */
export function readTstInfo(content: Uint8Array): TstInfo {
  const fields = fieldsOf(readDer(content, 4096), TAG.sequence)
  if (smallIntegerOf(fields.next(TAG.integer)) !== 1) throw malformed('a TSTInfo not of version 1')
  const policy = oidOf(fields.next(TAG.oid))
  const imprint = readSha256Imprint(fields.next(TAG.sequence))
  const serial = unsignedHexOf(fields.next(TAG.integer), 20)
  const time = fields.next(TAG.generalizedTime)
  const precision = fields.optional(TAG.sequence)
  const ordering = fields.optional(TAG.boolean)
  if (ordering !== undefined && !booleanOf(ordering))
    throw malformed('a default that is written out')
  const nonce = fields.optional(TAG.integer)
  const authority = fields.optional(explicit(0))
  const extensions = fields.optional(explicit(1))
  fields.end()
  if (extensions !== undefined) requireNoCritical(extensions)
  return {
    policy,
    imprint,
    serial,
    at: preciseTimeOf(time),
    ...(precision && { accuracyMs: readAccuracy(precision) }),
    ...(nonce && { nonce: unsignedHexOf(nonce, MAX_NONCE_OCTETS) }),
    ...(authority && { authority: readAuthority(authority) }),
  }
}

/** Milliseconds, microseconds rounded up: a claim of accuracy never grows by rounding. */
function readAccuracy(value: DerValue): number {
  const fields = fieldsOf(value, TAG.sequence)
  const number = (member: DerValue | undefined) => (member ? smallIntegerOf(member) : 0)
  const seconds = number(fields.optional(TAG.integer))
  const milliseconds = number(fields.optional(implicit(0)))
  const microseconds = number(fields.optional(implicit(1)))
  fields.end()
  if (milliseconds > 999 || microseconds > 999) throw malformed('an accuracy out of range')
  return seconds * 1000 + milliseconds + Math.ceil(microseconds / 1000)
}

/** GeneralName of the choice directoryName; others can't be compared with a subject. */
function readAuthority(value: DerValue): Octets {
  const name = onlyChild(value)
  if (name.tag !== explicit(4))
    throw malformed('an authority that is not named by a directory name')
  return onlyChild(name).bytes
}

function requireNoCritical(extensions: DerValue): void {
  // [1] IMPLICIT Extensions: read as the SEQUENCE that the tag replaces.
  const list = readRawExtensions({ ...extensions, tag: TAG.sequence }, 8)
  if (list.some(({ critical }) => critical)) throw malformed('a critical extension')
}
