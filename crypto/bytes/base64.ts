/**
 * Base64 with one spelling: RFC 4648 §4 (padded, as X.509 in JOSE wants it) and §5 (URL-safe,
 * never padded, as JOSE writes everything else).
 *
 * RFC 4648 §3.5 lets a decoder ignore the unused bits of the last character; then four texts would
 * name the same octets. Here those bits are zero or the text is refused.
 *
 * @packageDocumentation
 */
import { CryptoError } from '../errors.js'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** The value of each ASCII character, or -1. */
function valuesOf(alphabet: string): Int8Array {
  const values = new Int8Array(128).fill(-1)
  for (let value = 0; value < alphabet.length; value++) values[alphabet.charCodeAt(value)] = value
  return values
}

const STANDARD = valuesOf(`${ALPHABET}+/`)
const URL_SAFE = valuesOf(`${ALPHABET}-_`)

// Small enough for an argument list.
const CHUNK = 8192

/** RFC 4648 §4, padded. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let i = 0; i < bytes.length; i += CHUNK) {
    // Not spread: that asks an iterator for every octet and takes eight times as long.
    binary += String(Reflect.apply(String.fromCharCode, undefined, bytes.subarray(i, i + CHUNK)))
  }
  return btoa(binary)
}

/** RFC 4648 §5 without padding. */
export const toBase64Url = (bytes: Uint8Array): string =>
  toBase64(bytes)
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/={1,2}$/, '')

/**
 * Reads RFC 4648 §5 without padding, one spelling only.
 *
 * @throws {@link CryptoError} `bytes/malformed` on padding, white space, a character outside the
 *   alphabet, an impossible length, or unused last bits that are not zero.
 */
export const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> => decode(text, URL_SAFE)

/**
 * Reads RFC 4648 §4 with its padding, one spelling only.
 *
 * @throws {@link CryptoError} `bytes/malformed` as {@link fromBase64Url}, and on missing padding.
 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  if (text.length % 4 !== 0) throw malformed()
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  return decode(text.slice(0, text.length - padding), STANDARD)
}

function decode(text: string, values: Int8Array): Uint8Array<ArrayBuffer> {
  const tail = text.length % 4
  if (tail === 1) throw malformed()
  const out = new Uint8Array(Math.floor((text.length * 3) / 4))
  let pending = 0
  let bits = 0
  let written = 0
  for (let i = 0; i < text.length; i++) {
    const value = values[text.charCodeAt(i)] ?? -1
    if (value < 0) throw malformed()
    pending = ((pending << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      out[written++] = pending >> bits
    }
  }
  if ((pending & ((1 << bits) - 1)) !== 0) throw malformed()
  return out
}

const malformed = () =>
  new CryptoError('bytes/malformed', 'not base64 in its one accepted spelling')
