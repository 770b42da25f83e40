import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import type { BlobKey } from '../domain/ports.js'
import { unlessAbsent } from './disk-error.js'
import type { DiskLayout } from './disk-layout.js'
import { partialsOf, readRecord } from './upload-record.js'

/**
 * Deletes uploads that nobody has gone on with, and complete blobs of packages never submitted.
 *
 * An acknowledged submission must not lose a part. A submission finds its blobs, which renews their
 * time, and then keeps the package; so a blob is first moved out of sight, and deleted only if its
 * time is still old. If a submission found it in between it is put back; if one looked for it while it
 * was away, that submission was refused with `part-missing`, which says to upload again.
 */
export async function expireUploads(
  layout: DiskLayout,
  idleSince: Date,
  isSubmitted: (blob: BlobKey) => Promise<boolean>,
): Promise<number> {
  await mkdir(layout.expired, { recursive: true, mode: 0o700 })
  await putBackInterrupted(layout)
  let expired = 0
  for (const id of (await unlessAbsent(readdir(layout.incoming))) ?? []) {
    const record = await readRecord(layout, id).catch(() => undefined)
    if (!(await isIdle(layout, id, idleSince))) continue
    if (record !== undefined && !(await isSubmitted(record))) {
      await removeBlob(layout, id, record, idleSince)
    }
    await rm(layout.upload(id), { recursive: true, force: true })
    expired += 1
  }
  return expired
}

async function isIdle(layout: DiskLayout, id: string, since: Date): Promise<boolean> {
  const record = await unlessAbsent(stat(layout.record(id)))
  const folder = await unlessAbsent(stat(layout.upload(id)))
  const partials = await partialsOf(layout, id)
  const touches = [record?.mtime, folder?.mtime, ...partials.map(({ touched }) => touched)]
  return touches.every((touched) => touched === undefined || touched < since)
}

async function removeBlob(
  layout: DiskLayout,
  id: string,
  key: BlobKey,
  idleSince: Date,
): Promise<void> {
  const { path } = layout.blob(key)
  const away = layout.expiring(id)
  if ((await unlessAbsent(rename(path, away).then(() => true))) === undefined) return
  const seen = await unlessAbsent(stat(away))
  if (seen === undefined) return
  if (seen.mtime < idleSince) await rm(away, { force: true })
  else await rename(away, path)
}

/** What a run that was killed had moved away goes back: its record is still there, and decides again. */
async function putBackInterrupted(layout: DiskLayout): Promise<void> {
  for (const id of await readdir(layout.expired)) {
    const record = await readRecord(layout, id)
    if (record === undefined) await rm(layout.expiring(id), { force: true })
    else await unlessAbsent(rename(layout.expiring(id), layout.blob(record).path))
  }
}
