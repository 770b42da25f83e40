/**
 * Octets and their spellings: hexadecimal, base64 (RFC 4648) and UTF-8 (RFC 3629).
 *
 * Decoders are strict. Each octet string has exactly one accepted spelling, because a second
 * spelling of a signed thing would be a second digest for one act.
 *
 * @packageDocumentation
 */
import { CryptoError } from '../errors.js'

export { fromBase64, fromBase64Url, toBase64, toBase64Url } from './base64.js'

/** Joins octet strings left to right into a fresh array. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((total, part) => total + part.length, 0))
  let offset = 0
  for (const part of parts) {
    out.set(part, offset)
    offset += part.length
  }
  return out
}

/** Compares public values. Not constant time: never call it on secrets. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}

/**
 * The same octets, never over shared memory: WebCrypto refuses views that another thread can
 * change while it reads them. Copies only where it must.
 */
export function unshared(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return isUnshared(bytes) ? bytes : new Uint8Array(bytes)
}

const isUnshared = (bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Lower-case hexadecimal, two digits an octet, as `sha256sum` prints it. */
export function toHex(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += HEX[byte] ?? ''
  return hex
}

/**
 * Reads lower-case hexadecimal.
 *
 * @throws {@link CryptoError} `bytes/malformed` on an odd number of digits, an upper-case digit or
 *   anything that is not a digit.
 */
export function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  // `$` also matches before nothing but the very end here: without the m flag JavaScript has no
  // exception for a trailing newline, unlike other languages.
  if (!/^(?:[0-9a-f]{2})*$/.test(hex)) {
    throw new CryptoError('bytes/malformed', 'expected lower-case hexadecimal octets')
  }
  const out = new Uint8Array(hex.length / 2)
  for (let i = 0; i < out.length; i++) out[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16)
  return out
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * UTF-8 octets of a text. A lone surrogate has none: `TextEncoder` would silently write U+FFFD, and
 * two texts would share one digest.
 *
 * @throws {@link CryptoError} `bytes/malformed` on a lone surrogate.
 */
export function toUtf8(text: string): Uint8Array<ArrayBuffer> {
  if (hasLoneSurrogate(text)) {
    throw new CryptoError('bytes/malformed', 'a lone surrogate has no UTF-8 encoding')
  }
  return encoder.encode(text)
}

/**
 * Text of UTF-8 octets. A leading byte order mark is kept as the character it is, so that decoding
 * and encoding is the identity.
 *
 * @throws {@link CryptoError} `bytes/malformed` on octets that are not UTF-8.
 */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new CryptoError('bytes/malformed', 'not UTF-8')
  }
}

/** Whether a text holds half of a surrogate pair, which no encoding can carry. */
export const hasLoneSurrogate = (text: string): boolean => /\p{Surrogate}/u.test(text)
