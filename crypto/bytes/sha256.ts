/**
 * SHA-256 (FIPS 180-4) and HMAC-SHA-256 (RFC 2104).
 *
 * @packageDocumentation
 */
import { sha256InPlace } from './sha256-in-place.js'
import { toHex, toUtf8, unshared } from './bytes.js'

/**
 * So many octets are digested in place: WebCrypto sends every digest through a queue to another thread
 * and back, which costs more than digesting a statement does. Beyond, its native code is the faster.
 */
const IN_PLACE_OCTETS = 16_384

/**
 * SHA-256 of octets, or of a text's UTF-8 octets.
 *
 * @throws {@link CryptoError} `bytes/malformed` on a text with a lone surrogate.
 */
export async function sha256(data: Uint8Array | string): Promise<Uint8Array<ArrayBuffer>> {
  const octets = typeof data === 'string' ? toUtf8(data) : unshared(data)
  if (octets.length <= IN_PLACE_OCTETS) {
    // As WebCrypto does: what the caller changes after the call does not count.
    const asCalled = octets.slice()
    return (await sha256InPlace())(asCalled)
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', octets))
}

/** The same as 64 lower-case hexadecimal digits: what `sha256sum` prints. */
export async function digestOf(data: Uint8Array | string): Promise<string> {
  return toHex(await sha256(data))
}

/**
 * HMAC-SHA-256 of `data` under `key`.
 *
 * @param key - at least one octet: WebCrypto refuses an empty HMAC key.
 */
export async function hmacSha256(
  key: Uint8Array,
  data: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const mac = await crypto.subtle.importKey('raw', unshared(key), algorithm, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', mac, unshared(data)))
}
