/**
 * The primitive types of DER, each in its one encoding (X.690 §11).
 *
 * @packageDocumentation
 */
import { toHex } from '../../bytes/bytes.js'
import { type DerValue, malformed, type Octets } from './read-der.js'
import { TAG } from './tag.js'

/** BOOLEAN: `ff` is the only true of DER (X.690 §11.1). */
export function booleanOf({ tag, content }: DerValue): boolean {
  const octet = content[0]
  if (tag !== TAG.boolean || content.length !== 1 || (octet !== 0 && octet !== 0xff)) {
    throw malformed('not a DER boolean')
  }
  return octet === 0xff
}

/**
 * A non-negative INTEGER as hex of its magnitude, at least one octet: `00`, `7f`, `80`.
 *
 * @param maxOctets - of the magnitude.
 * @throws {@link CryptoError} `pki/malformed` if negative, padded (X.690 §8.3.2) or longer.
 */
export function unsignedHexOf({ content }: DerValue, maxOctets: number): string {
  const [first, second] = content
  if (first === undefined) throw malformed('an empty integer')
  if (first >= 0x80) throw malformed('a negative integer')
  if (first === 0 && second !== undefined && second < 0x80) throw malformed('a padded integer')
  const magnitude = first === 0 && second !== undefined ? content.subarray(1) : content
  if (magnitude.length > maxOctets) throw malformed(`an integer above ${maxOctets} octets`)
  return toHex(magnitude)
}

/** A non-negative INTEGER below 2^31. */
export function smallIntegerOf(value: DerValue): number {
  const number = Number.parseInt(unsignedHexOf(value, 4), 16)
  if (number > 0x7fffffff) throw malformed('an integer above 2^31')
  return number
}

/** An OBJECT IDENTIFIER in dotted form. Arcs may be long: those under 2.25 are UUIDs (X.667). */
export function oidOf({ tag, content }: DerValue): string {
  if (tag !== TAG.oid || content.length === 0 || content.length > 64) throw malformed('no OID')
  const arcs: bigint[] = []
  let arc = 0n
  let fresh = true
  for (const octet of content) {
    if (fresh && octet === 0x80) throw malformed('a padded OID arc')
    arc = arc * 128n + BigInt(octet & 0x7f)
    fresh = octet < 0x80
    if (fresh) {
      arcs.push(arc)
      arc = 0n
    }
  }
  if (!fresh) throw malformed('an OID that ends in the middle')
  const [head = 0n, ...rest] = arcs
  // X.690 §8.19.4: the first two arcs share one number; the second is below 40 except under 2.
  const top = head < 40n ? 0n : head < 80n ? 1n : 2n
  return [top, head - 40n * top, ...rest].join('.')
}

/** A BIT STRING of whole octets, as signatures and keys are. */
export function octetsOfBits({ content }: DerValue): Octets {
  if (content[0] !== 0) throw malformed('a bit string with unused bits')
  return content.subarray(1)
}

/** A named bit list: bit 0 is the lowest of the result. Trailing zeros are refused (X.690 §11.2.2). */
export function namedBitsOf({ tag, content }: DerValue): number {
  const [unused, first, second] = content
  if (tag !== TAG.bitString || unused === undefined || unused > 7 || content.length > 3) {
    throw malformed('no named bit list')
  }
  const bits = [first, second].filter((octet) => octet !== undefined)
  const last = bits.at(-1)
  // The last used bit must be set, and the unused ones clear: both at once.
  if (last === undefined ? unused !== 0 : (last & ((2 << unused) - 1)) !== 1 << unused) {
    throw malformed('a named bit list with trailing zeros')
  }
  return bits.reduce((flags, octet, index) => flags | (mirrored(octet) << (8 * index)), 0)
}

function mirrored(octet: number): number {
  let result = 0
  for (let bit = 0; bit < 8; bit++) if ((octet & (0x80 >> bit)) !== 0) result |= 1 << bit
  return result
}
