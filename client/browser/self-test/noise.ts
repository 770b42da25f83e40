import type { DocumentSource } from '../../core/ports.js'

const BLOCK = 64 * 1024

/** A document that nobody means anything by: the same octets each time it is read. */
export function noise(length: number): DocumentSource {
  const block = crypto.getRandomValues(new Uint8Array(BLOCK))
  return {
    name: 'self-test.bin',
    mediaType: 'application/octet-stream',
    length,
    async *read() {
      for (let at = 0; at < length; at += BLOCK) {
        await Promise.resolve()
        yield block.slice(0, Math.min(BLOCK, length - at))
      }
    },
  }
}
