import { rm } from 'node:fs/promises'
import { Refusal } from '../domain/errors.js'
import { batches } from './batches.js'
import { type PartialFile, writeFully } from './partial-file.js'

/** One write call for so many octets; also about what is held in memory for one upload, twice. */
const BATCH_BYTES = 1024 * 1024

/**
 * Appends to a partial file, digesting while the disk writes, and flushes what was written also when
 * the source or the disk fails half-way. Only octets that were written count as digested.
 *
 * @throws {@link Refusal} `too-large` before anything beyond `length` is written.
 */
export async function appendOctets(
  file: PartialFile,
  length: number,
  source: AsyncIterable<Uint8Array>,
): Promise<void> {
  const { handle, running } = file
  let written: Promise<void> = Promise.resolve()
  try {
    for await (const batch of batches(source, BATCH_BYTES)) {
      // The batch before is being written while this one arrives and is digested.
      await written
      const octets = batch.reduce((sum, chunk) => sum + chunk.length, 0)
      if (running.length + octets > length) {
        throw new Refusal('too-large', 'more octets than the upload was announced with')
      }
      written = writeFully(handle, batch, running.length)
      written.catch(() => undefined)
      for (const chunk of batch) running.hash.update(chunk)
      running.length += octets
    }
  } finally {
    try {
      await written
    } finally {
      await flush(file)
    }
  }
}

/**
 * After a flush has failed the kernel may report the next one as done although the pages are lost
 * (fsync(2), "EIO"), so nothing of this file can be believed any more.
 */
async function flush({ handle, path }: PartialFile): Promise<void> {
  try {
    await handle.datasync()
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}
