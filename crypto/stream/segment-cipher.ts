import { unshared } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import { NONCE_PREFIX_BYTES, type StreamLayout, TAG_BYTES } from './layout.js'

/** Seals and opens the segments of one stream. Octets handed in may be reused once the promise settled. */
export type SegmentCipher = {
  seal(segment: Segment): Promise<Uint8Array<ArrayBuffer>>
  /** @throws {@link CryptoError} `stream/segment`, `stream/truncated`, `stream/too-long` */
  open(segment: Segment): Promise<Uint8Array<ArrayBuffer>>
}

export type Segment = {
  readonly index: number
  readonly isLast: boolean
  readonly octets: Uint8Array
}

const PART_KEY_BYTES = 32

export type StreamSecret = {
  readonly layout: StreamLayout
  readonly key: Uint8Array
  readonly associatedData: Uint8Array
}

/** The header's two random fields. */
export type StreamSalt = { readonly salt: Uint8Array; readonly noncePrefix: Uint8Array }

/** @throws {@link CryptoError} `keys/malformed` if a part key has not 32 octets. */
export function checkPartKey(key: Uint8Array): void {
  if (key.length !== PART_KEY_BYTES) {
    throw new CryptoError('keys/malformed', 'a part key has 32 octets')
  }
}

/** A fresh key for one part: 32 random octets. */
export const newPartKey = (): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(PART_KEY_BYTES))

/** Derives the key of one stream (RFC 5869) and binds the segments to it. */
export async function segmentCipher(
  { layout, key, associatedData }: StreamSecret,
  { salt, noncePrefix }: StreamSalt,
): Promise<SegmentCipher> {
  const { subtle } = crypto
  const hkdf = {
    name: 'HKDF',
    hash: layout.hash,
    salt: unshared(salt),
    info: unshared(associatedData),
  }
  const aes = { name: 'AES-GCM', length: 8 * layout.derivedKeyBytes }
  const input = await subtle.importKey('raw', unshared(key), 'HKDF', false, ['deriveKey'])
  const derived = await subtle.deriveKey(hkdf, input, aes, false, ['encrypt', 'decrypt'])
  const gcm = (index: number, isLast: boolean) => ({
    name: 'AES-GCM',
    iv: segmentNonce(noncePrefix, index, isLast),
  })
  const decrypt = async ({ index, isLast, octets }: Segment) =>
    new Uint8Array(await subtle.decrypt(gcm(index, isLast), derived, unshared(octets)))

  return {
    async seal({ index, isLast, octets }) {
      return new Uint8Array(await subtle.encrypt(gcm(index, isLast), derived, unshared(octets)))
    },
    async open(segment) {
      // Only a stream without plaintext ends in an empty segment, and that one is the first.
      if (segment.octets.length < TAG_BYTES + Math.min(segment.index, 1)) {
        throw new CryptoError('stream/truncated', 'the stream ends within a tag')
      }
      try {
        return await decrypt(segment)
      } catch {
        throw await refusalOf(segment, decrypt)
      }
    },
  }
}

/**
 * Says why a segment does not open. Whether it is the last is part of its nonce, so one that opens
 * as the other kind is honest and in its place, and its stream was cut after it or goes on beyond it.
 */
async function refusalOf(
  segment: Segment,
  decrypt: (segment: Segment) => Promise<unknown>,
): Promise<CryptoError> {
  const isLast = !segment.isLast
  const opensAsOther = await decrypt({ ...segment, isLast }).then(
    () => true,
    () => false,
  )
  if (!opensAsOther) return new CryptoError('stream/segment', 'a segment is not what was sealed')
  return isLast
    ? new CryptoError('stream/too-long', 'the stream goes on after its last segment')
    : new CryptoError('stream/truncated', 'the last segment is missing')
}

/**
 * 12 octets: prefix, segment number, whether it is the last.
 *
 * @throws {@link CryptoError} `stream/too-long` where the number would begin again at zero.
 */
export function segmentNonce(
  prefix: Uint8Array,
  index: number,
  isLast: boolean,
): Uint8Array<ArrayBuffer> {
  if (index >= 2 ** 32) {
    throw new CryptoError('stream/too-long', 'more segments than there are nonces')
  }
  const nonce = new Uint8Array(NONCE_PREFIX_BYTES + 5)
  nonce.set(prefix)
  new DataView(nonce.buffer).setUint32(NONCE_PREFIX_BYTES, index)
  nonce[NONCE_PREFIX_BYTES + 4] = isLast ? 1 : 0
  return nonce
}
