import { CryptoError } from '../errors.js'
import {
  AES256_GCM_HKDF_1MB,
  headerBytes,
  sealedSegmentBytes,
  type StreamLayout,
} from './layout.js'
import {
  checkPartKey,
  segmentCipher,
  type SegmentCipher,
  type StreamSalt,
  type StreamSecret,
} from './segment-cipher.js'
import { segmentPipe } from './segment-pipe.js'

/**
 * Opens what {@link sealStream} sealed. Chunks of any size go in; only verified plaintext comes out,
 * in order.
 *
 * What came out before an error is the honest beginning of the plaintext, not the whole: a caller
 * must not act on it as if it were, and must see the stream end without error.
 *
 * @throws {@link CryptoError} `keys/malformed` at once if the key has not 32 octets; the stream
 *   fails with `stream/header` if it is not such a stream, `stream/segment` if a segment was
 *   changed, moved, or sealed with another key or associated data, `stream/truncated` if it ends
 *   early, `stream/too-long` if it goes on after its end.
 */
export function openStream(
  key: Uint8Array,
  associatedData: Uint8Array,
): TransformStream<Uint8Array, Uint8Array> {
  checkPartKey(key)
  return openingStream({ layout: AES256_GCM_HKDF_1MB, key, associatedData })
}

/** The same in any of Tink's layouts: for published vectors. */
export function openingStream(secret: StreamSecret): TransformStream<Uint8Array, Uint8Array> {
  const { layout } = secret
  const header = new Uint8Array(headerBytes(layout))
  let headerFilled = 0
  let cipher: Promise<SegmentCipher> | undefined
  const pipe = segmentPipe(
    (index) => sealedSegmentBytes(layout, index),
    async (segment) => {
      // The pipe is fed only what follows a whole header.
      cipher ??= segmentCipher(secret, readHeader(layout, header))
      return (await cipher).open(segment)
    },
  )
  const takeHeader = (chunk: Uint8Array): Uint8Array => {
    const taken = chunk.subarray(0, header.length - headerFilled)
    header.set(taken, headerFilled)
    headerFilled += taken.length
    return chunk.subarray(taken.length)
  }
  return new TransformStream({
    transform: (chunk, controller) =>
      pipe.push(takeHeader(chunk), (plaintext) => controller.enqueue(plaintext)),
    async flush(controller) {
      if (headerFilled < header.length) {
        throw new CryptoError('stream/truncated', 'the stream ends within its header')
      }
      await pipe.end((plaintext) => {
        if (plaintext.length > 0) controller.enqueue(plaintext)
      })
    },
  })
}

/**
 * Reads the header of a sealed stream.
 *
 * @throws {@link CryptoError} `stream/header`
 */
export function readHeader(layout: StreamLayout, header: Uint8Array): StreamSalt {
  if (header[0] !== headerBytes(layout)) {
    throw new CryptoError('stream/header', 'not a sealed stream of this layout')
  }
  const prefixAt = 1 + layout.derivedKeyBytes
  return { salt: header.subarray(1, prefixAt), noncePrefix: header.subarray(prefixAt) }
}
