/**
 * ECDSA signatures between X.509, which writes two integers in DER (RFC 3279 §2.2.3), and WebCrypto, which
 * writes them one after the other at full width (IEEE P1363).
 *
 * @packageDocumentation
 */
import { concat, fromHex, toHex } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import { fieldsOf } from './der/fields.js'
import { type Octets, readDer } from './der/read-der.js'
import { TAG } from './der/tag.js'
import { unsignedHexOf } from './der/values.js'
import { sequence, unsignedInteger } from './der/write-der.js'

/**
 * What WebCrypto verifies, or nothing if the octets are no signature of that width.
 *
 * Either of the two S that verify is taken, unlike in statements: certificate authorities write both, and
 * no digest of ours is over a certificate alone that somebody else could write again.
 */
export function toWidth(signature: Octets, octets: number): Octets | undefined {
  try {
    const fields = fieldsOf(readDer(signature, 2 * octets + 16), TAG.sequence)
    const [r, s] = [fields.next(TAG.integer), fields.next(TAG.integer)]
    fields.end()
    return concat(wide(unsignedHexOf(r, octets), octets), wide(unsignedHexOf(s, octets), octets))
  } catch (error) {
    if (error instanceof CryptoError) return undefined
    throw error
  }
}

/** What X.509 and CMS carry, from what WebCrypto has signed. */
export function toDer(signature: Octets): Octets {
  const half = signature.length / 2
  const integer = (part: Octets) => unsignedInteger(toHex(part))
  return sequence(integer(signature.subarray(0, half)), integer(signature.subarray(half)))
}

const wide = (hex: string, octets: number): Octets => fromHex(hex.padStart(2 * octets, '0'))
