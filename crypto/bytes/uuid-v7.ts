import { CryptoError } from '../errors.js'
import { toHex } from './bytes.js'

const LATEST = 2 ** 48 - 1

/**
 * A UUID version 7 (RFC 9562 §5.7) in lower case: 48 bits of Unix time in milliseconds, then 74
 * random bits.
 *
 * Ids made in one millisecond are not ordered among themselves: order is told by evidence, never
 * by ids.
 *
 * @throws {@link CryptoError} `bytes/malformed` if `at` is no moment between 1970 and the year 10889.
 */
export function uuidV7(at: Date): string {
  const milliseconds = at.getTime()
  if (!(milliseconds >= 0 && milliseconds <= LATEST)) {
    throw new CryptoError('bytes/malformed', 'the moment does not fit a UUIDv7')
  }
  const octets = crypto.getRandomValues(new Uint8Array(16))
  const view = new DataView(octets.buffer)
  view.setUint32(0, Math.floor(milliseconds / 2 ** 16))
  view.setUint16(4, milliseconds % 2 ** 16)
  view.setUint16(6, 0x7000 | (view.getUint16(6) & 0x0fff))
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f))
  return toHex(octets).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
