import type { Stats } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { ClientError } from '../core/client-error.js'
import { claimedMediaType } from '../core/content/claimed-media-type.js'
import type { DocumentSource } from '../core/ports.js'

/** Reads go in pieces of a segment: fewer turns of the event loop for each gigabyte. */
const CHUNK_BYTES = 1024 * 1024

/**
 * A file of this machine as a document to send. Somebody may write to it meanwhile: then reading it
 * fails, for a mixture of two versions is nobody's document.
 *
 * @throws {@link ClientError} `file-unreadable` when it is not a regular file, cannot be read, or has
 *   changed when it was read.
 */
export async function diskDocument(path: string): Promise<DocumentSource> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isFile() !== true) throw unreadable(path)
  return {
    name: basename(path),
    mediaType: claimedMediaType(path) ?? 'application/octet-stream',
    length: found.size,
    read: () => chunksOf(path, found),
  }
}

/**
 * One piece is handed out while the next is being read, in two buffers by turns: a gigabyte costs no
 * more memory than two pieces, and the collector of garbage nothing.
 */
async function* chunksOf(path: string, found: Stats): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r').catch(() => {
    throw unreadable(path)
  })
  let reading: Promise<Uint8Array> | undefined
  let length = 0
  try {
    let [buffer, spare] = [new Uint8Array(CHUNK_BYTES), new Uint8Array(CHUNK_BYTES)]
    const read = async (into: Uint8Array) =>
      into.subarray(0, (await file.read(into, 0, CHUNK_BYTES)).bytesRead)
    for (let chunk = await read(buffer); chunk.length > 0; chunk = await reading) {
      reading = read(spare)
      // Awaited when the consumer comes back, perhaps never: it must not count as unhandled.
      reading.catch(() => undefined)
      length += chunk.length
      // One that grows without end would be read without end.
      if (length > found.size) break
      yield chunk
      ;[buffer, spare] = [spare, buffer]
    }
    const { mtimeMs } = await file.stat()
    if (length !== found.size || mtimeMs !== found.mtimeMs) throw changed(path)
  } finally {
    await reading?.catch(() => undefined)
    await file.close()
  }
}

const unreadable = (path: string) =>
  new ClientError('file-unreadable', `${path} is not a readable file`, 'Check the path.')

const changed = (path: string) =>
  new ClientError(
    'file-unreadable',
    `${path} was changed while it was read`,
    'Wait until nobody writes to it, then run the same command again.',
  )
