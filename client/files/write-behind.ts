import type { FileHandle } from 'node:fs/promises'
import { release } from './release.js'

/** So often the disk is asked to begin: else a gigabyte waits in memory for the flush at the end. */
const FLUSH_EVERY_BYTES = 32 * 1024 * 1024

/**
 * Appends to a file without making the producer wait for each write. Writes happen in order; the
 * first failure is told to whoever writes next, and to `flush`.
 */
export function writeBehind(file: FileHandle) {
  let last = Promise.resolve()
  let flushing = Promise.resolve()
  let sinceFlush = 0

  async function append(chunk: Uint8Array): Promise<void> {
    let written = 0
    while (written < chunk.length) {
      written += (await file.write(chunk, written, chunk.length - written)).bytesWritten
    }
    sinceFlush += written
    release(chunk)
    if (sinceFlush < FLUSH_EVERY_BYTES) return
    sinceFlush = 0
    await flushing
    flushing = file.datasync()
    flushing.catch(() => undefined)
  }

  return {
    /** Takes the octets over; resolves when those before them are written. */
    async write(chunk: Uint8Array): Promise<void> {
      const previous = last
      last = previous.then(() => append(chunk))
      last.catch(() => undefined)
      // A failure leaves `last` rejected, and every later write with it.
      await previous
    },
    /** Resolves when all that was taken over is on the disk. */
    async flush(): Promise<void> {
      await last
      await flushing
      await file.sync()
    },
  }
}
