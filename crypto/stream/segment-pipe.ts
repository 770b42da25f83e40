import type { Segment } from './segment-cipher.js'

/** Segments being sealed, opened or read at one time. */
export const IN_FLIGHT = 4

type Emit = (octets: Uint8Array<ArrayBuffer>) => void

/** Cuts a stream into segments, has several of them worked on at once, and emits in order. */
export type SegmentPipe = {
  /** Takes octets in; they may be reused once the promise settled. */
  push(chunk: Uint8Array, emit: Emit): Promise<void>
  /** Says that there is no more, and emits the rest. */
  end(emit: Emit): Promise<void>
}

/**
 * A pipe whose memory is {@link IN_FLIGHT} segments and their results, whatever passes through.
 *
 * A full segment waits for one octet more, since only then is it known not to be the last.
 *
 * @param sizeOf - octets of the segment at an index; no segment is larger than that at index 1.
 */
export function segmentPipe(
  sizeOf: (index: number) => number,
  work: (segment: Segment) => Promise<Uint8Array<ArrayBuffer>>,
): SegmentPipe {
  const buffers: Uint8Array[] = []
  const results: Promise<Uint8Array<ArrayBuffer>>[] = []
  let index = 0
  let filled = 0

  // Segment i and segment i + 4 share a buffer: the first is emitted before the other is begun.
  const buffer = () => (buffers[index % IN_FLIGHT] ??= new Uint8Array(sizeOf(1)))

  const begin = (isLast: boolean) => {
    const result = work({ index, isLast, octets: buffer().subarray(0, filled) })
    // Awaited in order; until then a failure further back must not count as unhandled.
    result.catch(() => undefined)
    results.push(result)
    index++
    filled = 0
  }

  return {
    async push(chunk, emit) {
      let rest = chunk
      while (rest.length > 0) {
        if (filled === sizeOf(index)) {
          begin(false)
          for (const oldest of results.splice(0, results.length + 1 - IN_FLIGHT)) emit(await oldest)
        }
        const taken = rest.subarray(0, sizeOf(index) - filled)
        buffer().set(taken, filled)
        filled += taken.length
        rest = rest.subarray(taken.length)
      }
    },
    async end(emit) {
      begin(true)
      for (const oldest of results.splice(0)) emit(await oldest)
    },
  }
}
