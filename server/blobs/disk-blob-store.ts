import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import type { Clock } from '../domain/ports.js'
import type { BlobKeeping } from './blob-keeping.js'
import { unlessAbsent } from './disk-error.js'
import type { DiskLayout } from './disk-layout.js'
import { flushFolder } from './durable.js'
import { readRecord } from './upload-record.js'

/** A blob that was asked for this recently need not be touched again. Well below the shortest lifetime. */
const FRESH_MS = 10 * 60_000
const CHUNK_BYTES = 256 * 1024

/**
 * Complete blobs on disk. A file is under its name only when it is whole, flushed and has its digest.
 *
 * `find` renews the time of last use, so that {@link expireUploads} never deletes a blob between a
 * submission's finding it and the package's being kept.
 */
export function diskBlobStore(layout: DiskLayout, clock: Clock): BlobKeeping {
  return {
    // Uploads are on the same disk, and judge it.
    check: () => Promise.resolve(),

    keepsVersions: () => Promise.resolve(false),

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

    /**
     * The rename is atomic and its folders are flushed before anybody is told: a blob that can be found
     * is complete, also after the power failed.
     */
    async keep(blob, from) {
      const { folders, folder, path } = layout.blob(blob)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await rename(from, path)
      for (const flushed of [folder, ...folders.slice(0, -1).reverse(), layout.root]) {
        await flushFolder(flushed)
      }
    },

    async expire(id, record, idleSince) {
      const { path } = layout.blob(record)
      const away = layout.expiring(id)
      const moved = await unlessAbsent(rename(path, away).then(() => true))
      const seen = moved === undefined ? undefined : await unlessAbsent(stat(away))
      if (seen === undefined) return true
      if (seen.mtime < idleSince) {
        await rm(away, { force: true })
        return true
      }
      await rename(away, path)
      return false
    },

    /** What had been moved away goes back: its record is still there, and decides again. */
    async putBackInterrupted() {
      await mkdir(layout.expired, { recursive: true, mode: 0o700 })
      for (const id of await readdir(layout.expired)) {
        const away = layout.expiring(id)
        const record = await readRecord(layout, id)
        if (record === undefined) await rm(away, { recursive: true, force: true })
        else await unlessAbsent(rename(away, layout.blob(record).path))
      }
    },
  }
}
