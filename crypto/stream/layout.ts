/**
 * Streaming AEAD as Tink defines it, AES-GCM-HKDF: https://developers.google.com/tink/streaming-aead
 * (key type `AesGcmHkdfStreamingKey`, template `AES256_GCM_HKDF_1MB`), octet for octet.
 *
 * ```
 * header    = length of header (1) || salt (32) || nonce prefix (7)
 * segment 0 = AES-256-GCM of the first 1 MiB - 40 - 16 octets, after the header: 1 MiB with it
 * segment i = AES-256-GCM of the next 1 MiB - 16 octets; the last may be shorter
 * key       = HKDF-SHA-256(part key, salt, info = associated data), 32 octets (RFC 5869)
 * nonce     = nonce prefix (7) || i (4, big-endian) || 1 if last, else 0 (1)
 * ```
 *
 * The last segment is empty only if the whole plaintext is, so a length has one sealed length.
 *
 * @packageDocumentation
 */
import { CryptoError } from '../errors.js'

/** What Tink leaves to the key. We use one row; the others exist so that Tink's own vectors run. */
export type StreamLayout = {
  /** Octets of a whole segment, tag included; of the first, header included too. */
  readonly segmentBytes: number
  /** Octets of the derived key and of the salt. */
  readonly derivedKeyBytes: number
  readonly hash: 'SHA-1' | 'SHA-256' | 'SHA-512'
}

/** Octets of a whole sealed segment. */
export const SEGMENT_BYTES = 1_048_576

export const AES256_GCM_HKDF_1MB: StreamLayout = {
  segmentBytes: SEGMENT_BYTES,
  derivedKeyBytes: 32,
  hash: 'SHA-256',
}

export const NONCE_PREFIX_BYTES = 7
export const TAG_BYTES = 16
const MAX_SEGMENTS = 2 ** 32

/** Octets of the header. */
export const headerBytes = ({ derivedKeyBytes }: StreamLayout): number =>
  1 + derivedKeyBytes + NONCE_PREFIX_BYTES

/** Octets of a whole segment, without the header that precedes the first. */
export const sealedSegmentBytes = (layout: StreamLayout, index: number): number =>
  layout.segmentBytes - (index === 0 ? headerBytes(layout) : 0)

/** Octets of plaintext that a whole segment holds. */
export const openSegmentBytes = (layout: StreamLayout, index: number): number =>
  sealedSegmentBytes(layout, index) - TAG_BYTES

/** Where in the plaintext a segment begins. */
export const plaintextStart = (layout: StreamLayout, index: number): number =>
  index === 0 ? 0 : index * (layout.segmentBytes - TAG_BYTES) - headerBytes(layout)

/**
 * Octets of the sealed stream of so many octets of plaintext.
 *
 * @throws {@link CryptoError} `bytes/malformed` if that is no length; `stream/too-long` beyond 2^32
 *   segments (4 PiB), where nonces would repeat.
 */
export function sealedLength(plaintextLength: number, layout = AES256_GCM_HKDF_1MB): number {
  checkLength(plaintextLength)
  const beyondFirst = Math.max(0, plaintextLength - openSegmentBytes(layout, 0))
  const count = 1 + Math.ceil(beyondFirst / openSegmentBytes(layout, 1))
  if (count > MAX_SEGMENTS) throw tooLong()
  return headerBytes(layout) + plaintextLength + count * TAG_BYTES
}

/** Segments in a sealed stream of so many octets: the first is there even where nothing is. */
export const segmentCount = (sealedLength: number, layout: StreamLayout): number =>
  Math.max(1, Math.ceil(sealedLength / layout.segmentBytes))

/**
 * Octets of the plaintext in a sealed stream of so many octets.
 *
 * @throws {@link CryptoError} `bytes/malformed` if that is no length; `stream/truncated` if no
 *   sealed stream is that long: it ends within the header or within a tag; `stream/too-long`.
 */
export function plaintextLength(sealedLength: number, layout = AES256_GCM_HKDF_1MB): number {
  checkLength(sealedLength)
  const count = segmentCount(sealedLength, layout)
  const last = sealedLength - (count - 1) * layout.segmentBytes
  const least = count > 1 ? TAG_BYTES + 1 : headerBytes(layout) + TAG_BYTES
  if (last < least) throw new CryptoError('stream/truncated', 'no sealed stream is that long')
  if (count > MAX_SEGMENTS) throw tooLong()
  return sealedLength - headerBytes(layout) - count * TAG_BYTES
}

function checkLength(length: number): void {
  if (!Number.isSafeInteger(length) || length < 0) {
    throw new CryptoError('bytes/malformed', 'a length is a whole number that is not negative')
  }
}

const tooLong = () => new CryptoError('stream/too-long', 'more segments than there are nonces')
