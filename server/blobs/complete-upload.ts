import { rm } from 'node:fs/promises'
import { Refusal } from '../domain/errors.js'
import type { BlobKeeping } from './blob-keeping.js'
import type { DiskLayout } from './disk-layout.js'
import { type PartialFile, wasTakenOver } from './partial-file.js'
import type { UploadRecord } from './upload-record.js'

/**
 * Puts a whole, flushed file in its place, if it is what was announced.
 *
 * @throws {@link Refusal} `part-mismatch`, after deleting the octets; `upload-conflict` when another
 *   process had taken the upload over.
 */
export async function completeUpload(
  { layout, blobs }: { readonly layout: DiskLayout; readonly blobs: BlobKeeping },
  id: string,
  record: UploadRecord,
  { path, running }: PartialFile,
): Promise<void> {
  if (running.hash.digest('hex') !== record.digest) {
    await rm(layout.upload(id), { recursive: true, force: true })
    throw new Refusal('part-mismatch', 'the octets uploaded do not have the digest announced')
  }
  try {
    await blobs.keep(record, path)
  } catch (error) {
    if (!wasTakenOver(error)) throw error
    throw new Refusal('upload-conflict', 'another connection has gone on with this upload', {
      cause: error,
    })
  }
}
