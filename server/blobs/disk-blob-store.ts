import { createReadStream } from 'node:fs'
import { rm, stat, utimes } from 'node:fs/promises'
import type { BlobRemoval, BlobStore, Clock } from '../domain/ports.js'
import { unlessAbsent } from './disk-error.js'
import type { DiskLayout } from './disk-layout.js'
import { flushFolder } from './durable.js'

/** A blob that was asked for this recently need not be touched again. Well below the shortest lifetime. */
const FRESH_MS = 10 * 60_000
const CHUNK_BYTES = 256 * 1024

/**
 * Complete blobs on disk. A file is under its name only when it is whole, flushed and has its digest.
 *
 * `find` renews the time of last use, so that {@link expireUploads} never deletes a blob between a
 * submission's finding it and the package's being kept.
 */
export function diskBlobStore(layout: DiskLayout, clock: Clock): BlobRemoval & BlobStore {
  return {
    async find(key) {
      const { path } = layout.blob(key)
      const found = await unlessAbsent(stat(path))
      if (found === undefined) return undefined
      const now = clock.now()
      if (now.getTime() - found.mtimeMs < FRESH_MS) return { length: found.size }
      // Gone between the two calls means expired, and an expired blob was not found.
      const renewed = await unlessAbsent(utimes(path, now, now).then(() => true))
      return renewed === undefined ? undefined : { length: found.size }
    },

    async remove(key) {
      const { folder, path } = layout.blob(key)
      await rm(path, { force: true })
      // A name that comes back after the power failed would be content that is said to be deleted.
      await unlessAbsent(flushFolder(folder))
    },

    read: (key, range) =>
      createReadStream(layout.blob(key).path, { ...range, highWaterMark: CHUNK_BYTES }),
  }
}
