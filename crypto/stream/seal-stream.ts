import { concat } from '../bytes/bytes.js'
import { AES256_GCM_HKDF_1MB, headerBytes, NONCE_PREFIX_BYTES, openSegmentBytes } from './layout.js'
import {
  checkPartKey,
  segmentCipher,
  type StreamSalt,
  type StreamSecret,
} from './segment-cipher.js'
import { segmentPipe } from './segment-pipe.js'

/**
 * Seals a stream of plaintext with Tink's `AES256_GCM_HKDF_1MB`.
 *
 * Chunks of any size go in; whole sealed segments of 1 MiB come out, the last one shorter. At most
 * four segments are in flight, and back-pressure holds.
 *
 * @param key - 32 octets, of this part alone: {@link newPartKey}.
 * @param associatedData - what the ciphertext is bound to; opening needs the same octets.
 * @throws {@link CryptoError} `keys/malformed` at once if the key has not 32 octets.
 *
 * @example
 * ```ts
 * await plaintext.pipeThrough(sealStream(key, toUtf8(`${packageId}/${partId}`))).pipeTo(upload)
 * ```
 */
export function sealStream(
  key: Uint8Array,
  associatedData: Uint8Array,
): TransformStream<Uint8Array, Uint8Array> {
  checkPartKey(key)
  const layout = AES256_GCM_HKDF_1MB
  const salt = crypto.getRandomValues(new Uint8Array(layout.derivedKeyBytes))
  const noncePrefix = crypto.getRandomValues(new Uint8Array(NONCE_PREFIX_BYTES))
  return sealingStream({ layout, key, associatedData }, { salt, noncePrefix })
}

/**
 * The same with everything random given: for published vectors. A salt and prefix used twice under
 * one key give the cipher away.
 */
export function sealingStream(
  secret: StreamSecret,
  random: StreamSalt,
): TransformStream<Uint8Array, Uint8Array> {
  const { layout } = secret
  const header = concat(Uint8Array.of(headerBytes(layout)), random.salt, random.noncePrefix)
  const cipher = segmentCipher(secret, random)
  const pipe = segmentPipe(
    (index) => openSegmentBytes(layout, index),
    async (segment) => {
      const sealed = await (await cipher).seal(segment)
      return segment.index === 0 ? concat(header, sealed) : sealed
    },
  )
  return new TransformStream({
    transform: (chunk, controller) => pipe.push(chunk, (sealed) => controller.enqueue(sealed)),
    flush: (controller) => pipe.end((sealed) => controller.enqueue(sealed)),
  })
}
