/** What the server advertises as `maxMessageSizeBytes`; no driver sends more. */
export const MAX_MESSAGE_BYTES = 48_000_000
const HEADER_BYTES = 16

/** A peer that does not speak the wire protocol; its connection is closed and nothing else happens. */
export class WireError extends Error {
  override readonly name = 'WireError'
}

/**
 * Cuts a stream of octets into whole messages of the MongoDB wire protocol: each begins with its own
 * length as a little-endian int32, which counts itself and the rest of the 16-octet header.
 *
 * A length is judged when its four octets are there, before anything is set aside for the rest.
 * Chunks are joined once per message, not once per chunk, which would be quadratic. An end of the
 * stream inside a message ends it silently: the peer went away.
 *
 * @throws {@link WireError} for a length below the header's or above `MAX_MESSAGE_BYTES`.
 */
export async function* wireMessages(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = []
  let held = 0
  let needed = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    held += chunk.length
    while (held >= 4) {
      if (needed === 0) {
        const start = Buffer.concat(chunks)
        chunks = [start]
        needed = lengthOf(start)
      }
      if (held < needed) break
      const all = Buffer.concat(chunks)
      yield all.subarray(0, needed)
      chunks = [all.subarray(needed)]
      held -= needed
      needed = 0
    }
  }
}

function lengthOf(start: Buffer): number {
  const length = start.readInt32LE(0)
  if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) {
    throw new WireError(`a message of ${length} octets`)
  }
  return length
}
