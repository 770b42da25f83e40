import { createReadStream } from 'node:fs'
import { access, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Refusal } from '../../domain/errors.js'
import type { Clock } from '../../domain/ports.js'
import { areIdle } from '../are-idle.js'
import type { BlobKeeping } from '../blob-keeping.js'
import { hasCode, unlessAbsent } from '../disk-error.js'
import type { DiskLayout } from '../disk-layout.js'
import { uploadId } from '../upload-record.js'
import { BucketFailed } from './bucket-failed.js'
import type { S3Bucket } from './s3-bucket.js'

const CHUNK_BYTES = 256 * 1024
/** Twice as long as S3 takes a request that was signed once. */
const FENCE_MS = 30 * 60_000

/**
 * Complete blobs in a bucket, under the names that they have on disk. An object appears whole or not at
 * all, and its SHA-256 is signed with the request that puts it there.
 *
 * S3 has no time of last use and cannot move an object aside, so both are done with the folder of the
 * upload, `incoming/<upload>`: `find` renews its record, and expiry moves it to `expired/<upload>` before it
 * deletes the object. While it is there the blob counts as absent. Thus `find` renews first, then looks
 * into `expired`, and asks the bucket last: whatever moves the folder after that finds it renewed, and
 * puts it back.
 *
 * A process that was halted after it had judged must not delete what another has put back and a submission
 * has found since. Its request is signed with the time of the judgement, S3 refuses it 15 minutes
 * later, and nobody puts a folder back before twice that time has passed.
 */
export function s3BlobStore(layout: DiskLayout, bucket: S3Bucket, clock: Clock): BlobKeeping {
  const isThere = async (path: string) => (await unlessAbsent(stat(path))) !== undefined

  return {
    async check() {
      await bucket.check()
      if (await bucket.keepsVersions()) throw new BucketFailed('versioned')
    },

    keepsVersions: () => bucket.keepsVersions(),

    async find(key) {
      const { name } = layout.blob(key)
      const found = await bucket.head(name)
      if (found === undefined) return undefined
      const id = uploadId({ ...key, ...found })
      const now = clock.now()
      // A blob that was submitted long ago has no record any more.
      await unlessAbsent(utimes(layout.record(id), now, now))
      if (await isThere(layout.expiring(id))) return undefined
      return bucket.head(name)
    },

    async keep(blob, path) {
      const { name } = layout.blob(blob)
      await access(path)
      const { digest, length } = blob
      const open = () => createReadStream(path, { highWaterMark: CHUNK_BYTES })
      try {
        await bucket.put(name, { digest, length, open })
      } catch (error) {
        if (!hasCode(error, 's3-507')) throw error
        throw new Refusal('storage-full', 'the relay has no room for this at the moment', {
          cause: error,
        })
      }
      await rm(path, { force: true })
    },

    async remove(key) {
      await bucket.remove(layout.blob(key).name)
    },

    read(key, range) {
      const { name } = layout.blob(key)
      return Readable.from(bucket.get(name, range), {
        objectMode: false,
        highWaterMark: CHUNK_BYTES,
      })
    },

    async expire(id, record, idleSince) {
      const away = layout.expiring(id)
      const at = clock.now()
      await unlessAbsent(utimes(layout.upload(id), at, at))
      const moved = await unlessAbsent(rename(layout.upload(id), away).then(() => true))
      if (moved === undefined) return false
      if (!(await areIdle(away, idleSince))) {
        await putBack(layout, id)
        return false
      }
      await bucket.remove(layout.blob(record).name, at)
      await rm(away, { recursive: true, force: true })
      return true
    },

    async putBackInterrupted() {
      await mkdir(layout.expired, { recursive: true, mode: 0o700 })
      for (const id of await readdir(layout.expired)) {
        const now = clock.now()
        const seen = await unlessAbsent(stat(layout.expiring(id)))
        if (seen?.isDirectory() && now.getTime() - seen.mtimeMs < FENCE_MS) continue
        try {
          // Renewed, as all that is put back: it waits for its whole time again.
          await utimes(join(layout.expiring(id), 'record.json'), now, now)
          await putBack(layout, id)
        } catch (error) {
          // Nearly removed, or left by a relay that kept its blobs on disk.
          if (!hasCode(error, 'ENOENT', 'ENOTDIR')) throw error
          await rm(layout.expiring(id), { recursive: true, force: true })
        }
      }
    },
  }
}

/** An upload that was begun again in the meantime has a folder of its own, which is the one that counts. */
async function putBack(layout: DiskLayout, id: string): Promise<void> {
  try {
    await rename(layout.expiring(id), layout.upload(id))
  } catch (error) {
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) throw error
    await rm(layout.expiring(id), { recursive: true, force: true })
  }
}
