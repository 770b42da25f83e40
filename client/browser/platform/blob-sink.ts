import type { DocumentSink } from '../../core/ports.js'

/** Verified plaintext in memory: for what is small. `content` is there after `commit`. */
export function blobSink(type: string): DocumentSink & { content(): Blob | undefined } {
  let chunks: Uint8Array<ArrayBuffer>[] = []
  let whole: Blob | undefined
  return {
    write(chunk) {
      chunks.push(new Uint8Array(chunk))
      return Promise.resolve()
    },
    commit() {
      whole = new Blob(chunks, { type })
      chunks = []
      return Promise.resolve()
    },
    discard() {
      chunks = []
      return Promise.resolve()
    },
    content: () => whole,
  }
}
