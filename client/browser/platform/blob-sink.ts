import type { DocumentSink } from '../../core/ports.js'

/**
 * Verified plaintext in pieces that the browser holds, and may put aside as long as the page is open: nothing of it is
 * in the origin's storage. `content` is there after `commit`.
 */
export function blobSink(type: string): DocumentSink & { content(): Blob | undefined } {
  let pieces: Blob[] = []
  let whole: Blob | undefined
  return {
    write(chunk) {
      pieces.push(new Blob([chunk as Uint8Array<ArrayBuffer>]))
      return Promise.resolve()
    },
    commit() {
      whole = new Blob(pieces, { type })
      pieces = []
      return Promise.resolve()
    },
    discard() {
      pieces = []
      return Promise.resolve()
    },
    content: () => whole,
  }
}
