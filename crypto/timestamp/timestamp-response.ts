/**
 * What a time-stamping authority answers (RFC 3161 §2.4.2): a token, or why not.
 *
 * @packageDocumentation
 */
import { CryptoError } from '../errors.js'
import { fieldsOf } from '../pki/der/fields.js'
import { malformed, type Octets, readDer } from '../pki/der/read-der.js'
import { TAG } from '../pki/der/tag.js'
import { smallIntegerOf } from '../pki/der/values.js'
import { der, sequence, unsignedInteger } from '../pki/der/write-der.js'
import { asTimestamp } from './refusal.js'

export const MAX_TOKEN_BYTES = 65_536

/** PKIFailureInfo, with the bits of §2.4.2. */
export const FAILURES = {
  badAlg: 0,
  badRequest: 2,
  badDataFormat: 5,
  timeNotAvailable: 14,
  unacceptedPolicy: 15,
  unacceptedExtension: 16,
  addInfoNotAvailable: 17,
  systemFailure: 25,
} as const
export type TimestampFailure = keyof typeof FAILURES

const GRANTED = 0
const GRANTED_WITH_MODIFICATIONS = 1
const REJECTION = 2

/** A TimeStampResp with a token. */
export const grantedResponse = (token: Uint8Array): Octets =>
  sequence(sequence(unsignedInteger(GRANTED)), token)

/** A TimeStampResp without a token. */
export function rejectedResponse(failure: TimestampFailure): Octets {
  const bit = FAILURES[failure]
  const octets = new Uint8Array(Math.floor(bit / 8) + 1)
  octets[octets.length - 1] = 0x80 >> (bit % 8)
  const failInfo = der(TAG.bitString, Uint8Array.of(7 - (bit % 8)), octets)
  return sequence(sequence(unsignedInteger(REJECTION), failInfo))
}

/**
 * Takes the token out of an answer. The token is not verified: see `verifyTimestampToken`.
 *
 * @returns DER of the token, a ContentInfo.
 * @throws {@link CryptoError} `timestamp/rejected` if the authority did not grant one, with its
 *   reason; `timestamp/malformed` for anything but strict DER of at most 64 KiB.
 */
export function readTimestampResponse(response: Uint8Array): Uint8Array<ArrayBuffer> {
  return asTimestamp(() => {
    const fields = fieldsOf(readDer(response, MAX_TOKEN_BYTES), TAG.sequence)
    const status = fieldsOf(fields.next(TAG.sequence), TAG.sequence)
    const code = smallIntegerOf(status.next(TAG.integer))
    // statusString is free text of a stranger: read over, never shown.
    status.optional(TAG.sequence)
    const failInfo = status.optional(TAG.bitString)
    status.end()
    const token = fields.optional(TAG.sequence)
    fields.end()
    if (code !== GRANTED && code !== GRANTED_WITH_MODIFICATIONS) {
      const reason = failInfo ? failureOf(failInfo.content) : 'no reason given'
      throw new CryptoError('timestamp/rejected', `no time-stamp was granted: ${reason}`)
    }
    if (token === undefined) throw malformed('granted, but without a token')
    return new Uint8Array(token.bytes)
  })
}

function failureOf([, ...octets]: Uint8Array): string {
  const isSet = (bit: number) => (((octets[Math.floor(bit / 8)] ?? 0) << (bit % 8)) & 0x80) !== 0
  const names = Object.entries(FAILURES).filter(([, bit]) => isSet(bit))
  return names.length === 0
    ? 'a reason unknown to RFC 3161'
    : names.map(([name]) => name).join(', ')
}
