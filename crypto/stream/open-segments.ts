import { CryptoError } from '../errors.js'
import {
  AES256_GCM_HKDF_1MB,
  headerBytes,
  plaintextLength,
  plaintextStart,
  segmentCount,
  type StreamLayout,
} from './layout.js'
import { readHeader } from './open-stream.js'
import { checkPartKey, segmentCipher, type StreamSecret } from './segment-cipher.js'
import { IN_FLIGHT } from './segment-pipe.js'

/** Where the sealed octets are: a file, a blob, a server that answers ranges. */
export type SealedSource = {
  /** Octets of the whole sealed stream. Not believed: the last segment proves it. */
  readonly length: number
  /** Exactly `length` octets from `offset`. */
  read(offset: number, length: number): Promise<Uint8Array>
}

/** Octets of plaintext from `start` up to, not including, `end`. */
export type PlaintextRange = { readonly start: number; readonly end: number }

/**
 * Opens a range of a sealed stream, reading only the segments it lies in, and the last one: its
 * nonce says that it is the last and where it stands, which proves the length of the whole.
 *
 * Yields verified plaintext in order, at most a segment at a time, four in flight.
 *
 * @param range - the whole if left out.
 * @throws {@link CryptoError} `keys/malformed` if the key has not 32 octets; `stream/range` if the
 *   range does not lie in the plaintext; otherwise as {@link openStream}, before the first octet
 *   where the end of the stream is at fault.
 */
export function openSegments(
  key: Uint8Array,
  associatedData: Uint8Array,
  source: SealedSource,
  range?: PlaintextRange,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  checkPartKey(key)
  return openingSegments({ layout: AES256_GCM_HKDF_1MB, key, associatedData }, source, range)
}

/** The same in any of Tink's layouts: for published vectors. */
export async function* openingSegments(
  secret: StreamSecret,
  source: SealedSource,
  range?: PlaintextRange,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const { layout } = secret
  const { start, end } = checkRange(plaintextLength(source.length, layout), range)
  const header = await readExactly(source, 0, headerBytes(layout))
  const cipher = await segmentCipher(secret, readHeader(layout, header))
  const lastIndex = segmentCount(source.length, layout) - 1

  const openAt = async (index: number) => {
    const { offset, length } = sealedSpan(layout, index, source.length)
    const octets = await readExactly(source, offset, length)
    return cipher.open({ index, isLast: index === lastIndex, octets })
  }
  const last = await openAt(lastIndex)

  const pending: { index: number; opened: Promise<Uint8Array<ArrayBuffer>> }[] = []
  const next = async function* (count: number) {
    for (const { index, opened } of pending.splice(0, count)) {
      const from = plaintextStart(layout, index)
      yield (await opened).subarray(Math.max(0, start - from), end - from)
    }
  }
  const endIndex = start < end ? segmentOf(layout, end - 1) : -1
  for (let index = segmentOf(layout, start); index <= endIndex; index++) {
    const opened = index === lastIndex ? Promise.resolve(last) : openAt(index)
    // Awaited in order; until then a failure further back must not count as unhandled.
    opened.catch(() => undefined)
    pending.push({ index, opened })
    yield* next(pending.length + 1 - IN_FLIGHT)
  }
  yield* next(pending.length)
}

function checkRange(length: number, range: PlaintextRange = { start: 0, end: length }) {
  const { start, end } = range
  const areWhole = Number.isSafeInteger(start) && Number.isSafeInteger(end)
  if (!areWhole || start < 0 || end < start || end > length) {
    throw new CryptoError('stream/range', 'the range does not lie in the plaintext')
  }
  return range
}

/** Which segment holds the octet of plaintext at a position. */
const segmentOf = (layout: StreamLayout, position: number): number => {
  const perSegment = plaintextStart(layout, 2) - plaintextStart(layout, 1)
  return Math.floor((position + headerBytes(layout)) / perSegment)
}

function sealedSpan(layout: StreamLayout, index: number, total: number) {
  const offset = index === 0 ? headerBytes(layout) : index * layout.segmentBytes
  return { offset, length: Math.min((index + 1) * layout.segmentBytes, total) - offset }
}

async function readExactly(source: SealedSource, offset: number, length: number) {
  const octets = await source.read(offset, length)
  if (octets.length !== length) {
    throw new CryptoError('stream/truncated', 'the source ended before its length')
  }
  return octets
}
