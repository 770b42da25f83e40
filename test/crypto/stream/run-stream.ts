import { concat } from '#crypto/bytes/bytes.js'

/** Cuts octets into chunks of one size. */
export function* cut(octets: Uint8Array, size: number): Generator<Uint8Array, undefined> {
  for (let at = 0; at < octets.length; at += size) yield octets.slice(at, at + size)
  return undefined
}

/** Sends octets through a transform in chunks of one size, and collects what comes out. */
export async function run(
  octets: Uint8Array,
  transform: TransformStream<Uint8Array, Uint8Array>,
  chunkSize = Infinity,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks = await collect(octets, transform, chunkSize)
  return concat(...chunks)
}

/** The same, with the chunks as they came out. */
export async function collect(
  octets: Uint8Array,
  transform: TransformStream<Uint8Array, Uint8Array>,
  chunkSize = Infinity,
): Promise<Uint8Array[]> {
  const source = cut(octets, Math.min(chunkSize, octets.length || 1))
  const input = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = source.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
  })
  return gather(input.pipeThrough(transform))
}

/** Everything that comes, in order. */
export async function gather(source: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = []
  for await (const piece of source) pieces.push(piece)
  return pieces
}
