import { readdir, rm, stat } from 'node:fs/promises'
import type { BlobKey } from '../domain/ports.js'
import { areIdle } from './are-idle.js'
import type { BlobKeeping } from './blob-keeping.js'
import { unlessAbsent } from './disk-error.js'
import type { DiskLayout } from './disk-layout.js'
import { readRecord } from './upload-record.js'

/**
 * Deletes uploads that nobody has gone on with, and complete blobs of packages never submitted.
 *
 * An acknowledged submission must not lose a part. A submission finds its blobs, which renews their
 * time, and then keeps the package; so a blob is first moved out of sight, and deleted only if its
 * time is still old. If a submission found it in between it is put back; if one looked for it while it
 * was away, that submission was refused with `part-missing`, which says to upload again.
 */
export async function expireUploads(
  { layout, blobs }: { readonly layout: DiskLayout; readonly blobs: BlobKeeping },
  idleSince: Date,
  isSubmitted: (blob: BlobKey) => Promise<boolean>,
): Promise<number> {
  await blobs.putBackInterrupted()
  let expired = 0
  for (const id of (await unlessAbsent(readdir(layout.incoming))) ?? []) {
    const record = await readRecord(layout, id).catch(() => undefined)
    if (!(await isIdle(layout, id, idleSince))) continue
    if (record !== undefined && !(await isSubmitted(record))) {
      if (!(await blobs.expire(id, record, idleSince))) continue
    }
    await rm(layout.upload(id), { recursive: true, force: true })
    expired += 1
  }
  return expired
}

async function isIdle(layout: DiskLayout, id: string, since: Date): Promise<boolean> {
  const folder = await unlessAbsent(stat(layout.upload(id)))
  if (folder !== undefined && folder.mtime >= since) return false
  return areIdle(layout.upload(id), since)
}
