const HEAD_BYTES = 4 * 1024
/** Holds the end of a ZIP file, whose comment has 65,535 octets at most, and the names of some thousand files. */
const TAIL_BYTES = 128 * 1024

/** What of a document tells its format. */
export type ContentSample = {
  /** Its first octets, at most 4 KiB. */
  readonly head: Uint8Array
  /** Its last octets, at most 128 KiB; empty unless it begins as a ZIP file does. */
  readonly tail: Uint8Array
}

/** Keeps of a document that comes by what tells its format: constant memory, whatever its length. */
export function contentSample() {
  let head = new Uint8Array()
  let tail = new Uint8Array()
  const isZip = () => head[0] === 0x50 && head[1] === 0x4b
  return {
    /** The chunk may be reused afterwards. */
    take(chunk: Uint8Array): void {
      const before = head
      if (head.length < HEAD_BYTES) head = joined(head, chunk.subarray(0, HEAD_BYTES - head.length))
      if (!isZip()) return
      // Its first octet may have come before it was known what it is.
      const known = tail.length === 0 ? before : tail
      tail = joined(known, chunk.subarray(-TAIL_BYTES)).slice(-TAIL_BYTES)
    },
    /** Whether what follows changes nothing. */
    isComplete: (): boolean => head.length === HEAD_BYTES && !isZip(),
    sample: (): ContentSample => ({ head, tail }),
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}
