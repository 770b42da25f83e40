import { createHash } from 'node:crypto'
import { AuthorityId, PackageId, PartId } from '#crypto/fields/fields.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { diskBlobStore } from '#server/blobs/disk-blob-store.js'
import { diskLayout } from '#server/blobs/disk-layout.js'
import { diskUploadStore } from '#server/blobs/disk-upload-store.js'
import { s3BlobStore } from '#server/blobs/s3/s3-blob-store.js'
import { s3Bucket } from '#server/blobs/s3/s3-bucket.js'
import { type S3Server, s3Server } from '#test/support/s3/s3-server.js'

export const digestOf = (octets: Uint8Array): string =>
  createHash('sha256').update(octets).digest('hex')

export { octetsOf } from '#test/support/octets.js'

export const announced = (octets: Uint8Array) => ({
  sender: AuthorityId.parse('xa.moj'),
  package: PackageId.parse(uuidV7(new Date())),
  part: PartId.parse(uuidV7(new Date())),
  digest: digestOf(octets),
  length: octets.length,
})

export async function* inChunks(octets: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < octets.length; at += size) {
    await Promise.resolve()
    yield octets.subarray(at, at + size)
  }
}

/** What a connection that breaks gives: some octets, then an error. */
export async function* breaking(octets: Uint8Array): AsyncGenerator<Uint8Array> {
  yield* inChunks(octets, 1000)
  throw new Error('the connection broke')
}

type Options = { now?: () => Date; longest?: number; reserve?: number; bucket?: S3Server }

/**
 * A process's view of the stores under one folder, with blobs in a bucket where one is given. Each call is
 * another process, to the stores.
 */
export function openStores(root: string, options: Options = {}) {
  const { now = () => new Date(), bucket, ...rest } = options
  const layout = diskLayout(root)
  const blobs =
    bucket === undefined
      ? diskBlobStore(layout, { now })
      : s3BlobStore(layout, s3Bucket(bucket.access, { now }), { now })
  const uploads = diskUploadStore({
    layout,
    blobs,
    clock: { now },
    longest: 64 * 1024 * 1024,
    lifetimeMs: 3_600_000,
    ...rest,
  })
  return { layout, blobs, uploads }
}

/** For tests that hold of blobs wherever they are kept: stores on disk, and stores with a bucket. */
export const everywhere = [
  { where: 'on disk', serve: () => Promise.resolve(undefined) },
  { where: 'in a bucket', serve: s3Server },
] as const
