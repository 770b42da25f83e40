import { mkdir, rename, rm } from 'node:fs/promises'
import { Refusal } from '../domain/errors.js'
import type { DiskLayout } from './disk-layout.js'
import { flushFolder } from './durable.js'
import { type PartialFile, wasTakenOver } from './partial-file.js'
import type { UploadRecord } from './upload-record.js'

/**
 * Puts a whole, flushed file in its place, if it is what was announced.
 *
 * The rename is atomic and its folders are flushed before anybody is told: a blob that can be found
 * is complete, also after the power failed.
 *
 * @throws {@link Refusal} `part-mismatch`, after deleting the octets; `upload-conflict` when another
 *   process had taken the upload over.
 */
export async function completeUpload(
  layout: DiskLayout,
  id: string,
  record: UploadRecord,
  { path, running }: PartialFile,
): Promise<void> {
  if (running.hash.digest('hex') !== record.digest) {
    await rm(layout.upload(id), { recursive: true, force: true })
    throw new Refusal('part-mismatch', 'the octets uploaded do not have the digest announced')
  }
  const { folders, folder, path: place } = layout.blob(record)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    await rename(path, place)
  } catch (error) {
    if (!wasTakenOver(error)) throw error
    throw new Refusal('upload-conflict', 'another connection has gone on with this upload', {
      cause: error,
    })
  }
  for (const flushed of [folder, ...folders.slice(0, -1).reverse(), layout.root]) {
    await flushFolder(flushed)
  }
}
