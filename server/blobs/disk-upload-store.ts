import { randomBytes } from 'node:crypto'
import { access, constants, mkdir, rm, statfs } from 'node:fs/promises'
import { Refusal } from '../domain/errors.js'
import type { Clock } from '../domain/ports.js'
import type { Upload, UploadStore } from '../domain/blobs/upload-store.js'
import { appendOctets } from './append-octets.js'
import type { BlobKeeping } from './blob-keeping.js'
import { completeUpload } from './complete-upload.js'
import { diskRefusal } from './disk-error.js'
import type { DiskLayout } from './disk-layout.js'
import { expireUploads } from './expire-uploads.js'
import { openPartial } from './partial-file.js'
import { oneAtATime } from './one-at-a-time.js'
import { runningDigests } from './running-digests.js'
import {
  everyRecord,
  keepRecord,
  partialsOf,
  readRecord,
  uploadId,
  type UploadRecord,
} from './upload-record.js'

type Options = {
  readonly layout: DiskLayout
  /** Where an upload goes once it is whole. */
  readonly blobs: BlobKeeping
  readonly clock: Clock
  /** Octets of the longest blob taken. */
  readonly longest: number
  /** Milliseconds after which an upload that nobody goes on with is given up. */
  readonly lifetimeMs: number
  /** Octets of the disk that no upload may fill. */
  readonly reserve?: number
}

const RESERVE_BYTES = 64 * 1024 * 1024

/**
 * Uploads on disk, wherever blobs are kept: each append is flushed before it resolves, and a blob appears
 * only when whole.
 */
export function diskUploadStore({
  layout,
  blobs,
  clock,
  longest,
  lifetimeMs,
  reserve = RESERVE_BYTES,
}: Options): UploadStore {
  /** Names this process's files: see {@link openPartial}. */
  const writer = randomBytes(8).toString('hex')
  const digests = runningDigests()
  const alone = oneAtATime()

  async function describe(id: string, record: UploadRecord): Promise<Upload> {
    const complete = await blobs.find(record)
    const [partial] = complete === undefined ? await partialsOf(layout, id) : []
    const touched = partial?.touched ?? clock.now()
    return {
      ...record,
      id,
      offset: complete?.length ?? partial?.length ?? 0,
      expires: new Date(touched.getTime() + lifetimeMs),
    }
  }

  async function requireRoom(length: number): Promise<void> {
    if (length > longest) {
      throw new Refusal('too-large', `a part may have ${longest} octets, sealed`)
    }
    const { bavail, bsize } = await statfs(layout.root)
    if (length > bavail * bsize - reserve) {
      throw new Refusal('storage-full', 'the relay has no room for this at the moment')
    }
  }

  async function find(id: string): Promise<Upload | undefined> {
    const record = await readRecord(layout, id)
    if (record === undefined) return undefined
    const upload = await describe(id, record)
    if (upload.offset < record.length || (await blobs.find(record)) !== undefined) return upload
    // All had arrived when the process died before it could put the blob in its place.
    await alone(id, () => append(id, record.length, nothing()))
    return upload
  }

  async function append(
    id: string,
    offset: number,
    source: AsyncIterable<Uint8Array>,
  ): Promise<number> {
    const record = await readRecord(layout, id)
    if (record === undefined) throw new Refusal('upload-unknown', 'there is no such upload')
    if ((await blobs.find(record)) !== undefined) {
      if (offset === record.length) return offset
      throw new Refusal('upload-conflict', 'this upload is complete')
    }
    const file = await openPartial(layout, id, writer, digests.take(id))
    try {
      if (file.running.length !== offset) {
        throw new Refusal('upload-conflict', `this upload stands at ${file.running.length} octets`)
      }
      await appendOctets(file, record.length, source)
      if (file.running.length === record.length) {
        await completeUpload({ layout, blobs }, id, record, file)
      }
      return file.running.length
    } finally {
      await file.handle.close()
      if (file.running.length < record.length) digests.keep(id, file.running)
    }
  }

  return {
    find,

    async check() {
      await mkdir(layout.incoming, { recursive: true, mode: 0o700 })
      await access(layout.incoming, constants.R_OK | constants.W_OK)
      await blobs.check()
    },

    async octetsBy(kid, but) {
      const own = (await everyRecord(layout)).filter(({ by }) => by === kid)
      return own
        .filter(
          (one) =>
            one.package !== but.package || one.part !== but.part || one.digest !== but.digest,
        )
        .reduce((sum, { length }) => sum + length, 0)
    },

    async begin({ sender, package: pkg, part, digest, length, by }) {
      const record = { sender, package: pkg, part, digest, length, ...(by !== undefined && { by }) }
      const id = uploadId(record)
      await mkdir(layout.incoming, { recursive: true, mode: 0o700 })
      const begun = await find(id)
      if (begun !== undefined) return begun
      if ((await blobs.find(record)) === undefined) await requireRoom(length)
      try {
        await keepRecord(layout, id, record)
      } catch (error) {
        throw diskRefusal(error)
      }
      return describe(id, record)
    },

    append: (id, offset, source) =>
      alone(id, () => append(id, offset, source)).catch((error: unknown) => {
        throw diskRefusal(error)
      }),

    async discard(id) {
      await rm(layout.upload(id), { recursive: true, force: true })
    },

    expire: (idleSince, isSubmitted) => expireUploads({ layout, blobs }, idleSince, isSubmitted),
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  // Completes an upload that has everything.
}
