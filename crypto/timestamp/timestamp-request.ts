/**
 * Requests for time-stamps (RFC 3161 §2.4.1).
 *
 * @packageDocumentation
 */
import { toHex } from '../bytes/bytes.js'
import { sha256 } from '../bytes/sha256.js'
import { fieldsOf } from '../pki/der/fields.js'
import { malformed, type Octets, readDer } from '../pki/der/read-der.js'
import { explicit, TAG } from '../pki/der/tag.js'
import { booleanOf, oidOf, smallIntegerOf, unsignedHexOf } from '../pki/der/values.js'
import { der, oid, sequence, unsignedInteger } from '../pki/der/write-der.js'
import { messageImprint, readSha256Imprint } from './message-imprint.js'

const MAX_REQUEST_BYTES = 4096
export const MAX_NONCE_OCTETS = 32
const TRUE = der(TAG.boolean, Uint8Array.of(0xff))

/**
 * Asks for a time-stamp over `data`, by its SHA-256, with the certificates in the token.
 *
 * @param options - `nonce` as lower-case hex of a positive number of at most 32 octets (126 random
 *   bits unless given); `policy` as a dotted OID, if one is required.
 * @returns the DER to send (`application/timestamp-query`) and the nonce to expect.
 * @throws {@link CryptoError} `bytes/malformed` for a nonce that is not hex; `pki/malformed` for a
 *   policy that is no OID.
 */
export async function createTimestampRequest(
  data: Uint8Array,
  options: { readonly nonce?: string; readonly policy?: string } = {},
): Promise<{ request: Uint8Array<ArrayBuffer>; nonce: string }> {
  const nonce = canonicalNonce(options.nonce ?? freshNonce())
  const request = sequence(
    unsignedInteger(1),
    messageImprint(await sha256(data)),
    ...(options.policy === undefined ? [] : [oid(options.policy)]),
    unsignedInteger(nonce),
    TRUE,
  )
  return { request, nonce }
}

/** Hex of a number without leading zero octets, as it is read back. */
export const canonicalNonce = (nonce: string): string => nonce.replace(/^(?:00)+(?=..)/, '')

/** Exactly 16 octets, positive without a padding octet. */
function freshNonce(): string {
  const octets = crypto.getRandomValues(new Uint8Array(16))
  return toHex(octets.map((octet, index) => (index === 0 ? 0x40 | (octet & 0x3f) : octet)))
}

export type TimestampRequest = {
  /** SHA-256 of the data; absent if another algorithm was asked for. */
  readonly imprint: Octets | undefined
  readonly policy: string | undefined
  readonly nonce: string | undefined
  readonly wantsCertificates: boolean
  readonly hasExtensions: boolean
}

/**
 * Reads a request as a time-stamping authority does.
 *
 * @throws {@link CryptoError} `pki/malformed` for anything but strict DER of version 1.
 */
export function readTimestampRequest(request: Uint8Array): TimestampRequest {
  const fields = fieldsOf(readDer(request, MAX_REQUEST_BYTES), TAG.sequence)
  if (smallIntegerOf(fields.next(TAG.integer)) !== 1) throw malformed('a request not of version 1')
  const imprint = readSha256Imprint(fields.next(TAG.sequence))
  const policy = fields.optional(TAG.oid)
  const nonce = fields.optional(TAG.integer)
  const flag = fields.optional(TAG.boolean)
  if (flag !== undefined && !booleanOf(flag)) throw malformed('a default that is written out')
  const extensions = fields.optional(explicit(0))
  fields.end()
  return {
    imprint,
    policy: policy && oidOf(policy),
    nonce: nonce && unsignedHexOf(nonce, MAX_NONCE_OCTETS),
    wantsCertificates: flag !== undefined,
    hasExtensions: extensions !== undefined,
  }
}
