/**
 * The writer that matches the strict reader: octets in, canonical DER out.
 *
 * @packageDocumentation
 */
import { concat, fromHex } from '../../bytes/bytes.js'
import { malformed, type Octets } from './read-der.js'
import { TAG } from './tag.js'

/** One value: `tag`, its length in the fewest octets, its content. */
export function der(tag: number, ...content: readonly Uint8Array[]): Octets {
  const inside = concat(...content)
  return concat(Uint8Array.of(tag), lengthOctets(inside.length), inside)
}

export const sequence = (...members: readonly Uint8Array[]): Octets => der(TAG.sequence, ...members)

/** SET OF: members in ascending order of their encodings (X.690 §11.6). */
export const setOf = (...members: readonly Uint8Array[]): Octets =>
  der(TAG.set, ...[...members].sort(byOctets))

export const octetString = (...content: readonly Uint8Array[]): Octets =>
  der(TAG.octetString, ...content)

/** BIT STRING of whole octets. */
export const bitString = (...content: readonly Uint8Array[]): Octets =>
  der(TAG.bitString, Uint8Array.of(0), ...content)

export const NULL = der(TAG.null)

/** INTEGER from the hex of its magnitude; never negative. */
export function unsignedInteger(magnitude: string | number): Octets {
  const hex = typeof magnitude === 'number' ? magnitude.toString(16) : magnitude
  const octets = fromHex(hex.length % 2 === 0 ? hex : `0${hex}`)
  const start = octets.findIndex((octet) => octet !== 0)
  const minimal = start === -1 ? Uint8Array.of(0) : octets.subarray(start)
  const sign = (minimal[0] ?? 0) >= 0x80 ? Uint8Array.of(0) : new Uint8Array()
  return der(TAG.integer, sign, minimal)
}

/**
 * OBJECT IDENTIFIER from its dotted form.
 *
 * @throws {@link CryptoError} `pki/malformed` on any other text.
 */
export function oid(dotted: string): Octets {
  if (dotted.length > 128 || !/^[0-2](\.(0|[1-9]\d*))+$/.test(dotted)) throw malformed('no OID')
  const [top = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt)
  if (top < 2n && second > 39n) throw malformed('no OID')
  return der(TAG.oid, Uint8Array.from([top * 40n + second, ...rest].flatMap(arcOctets)))
}

/** UTCTime until 2049, GeneralizedTime from 2050 (RFC 5280 §4.1.2.5), cut to the second. */
export function time(at: Date): Octets {
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1950 || at.getUTCFullYear() > 9999) {
    throw malformed('a moment outside the years 1950 to 9999')
  }
  const digits = `${at.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`
  return at.getUTCFullYear() < 2050
    ? der(TAG.utcTime, ascii(digits.slice(2)))
    : der(TAG.generalizedTime, ascii(digits))
}

/** Octets of a text that is known to be ASCII. */
export const ascii = (text: string): Octets =>
  Uint8Array.from(text, (character) => character.charCodeAt(0))

/** Order of encodings: octet by octet, a shorter one before its extension. */
export function byOctets(a: Uint8Array, b: Uint8Array): number {
  const common = Math.min(a.length, b.length)
  for (let i = 0; i < common; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

function lengthOctets(length: number): Octets {
  if (length < 0x80) return Uint8Array.of(length)
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256)
  return Uint8Array.of(0x80 | octets.length, ...octets)
}

function arcOctets(arc: bigint): number[] {
  const octets = [Number(arc % 128n)]
  for (let rest = arc / 128n; rest > 0n; rest /= 128n) octets.unshift(0x80 | Number(rest % 128n))
  return octets
}
