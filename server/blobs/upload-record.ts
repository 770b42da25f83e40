import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AuthorityId, Digest, Kid, Length, PackageId, PartId } from '#crypto/fields/fields.js'
import type { BlobKey } from '../domain/ports.js'
import { unlessAbsent } from './disk-error.js'
import type { DiskLayout } from './disk-layout.js'
import { flushFolder, writeDurably } from './durable.js'

/** `record.json` of an upload: what was announced. It stays after completion, to answer who asks again. */
// Not strict: a record may be of a newer version, whose members are passed over.
const UploadRecord = z.object({
  sender: AuthorityId,
  package: PackageId,
  part: PartId,
  digest: Digest,
  length: Length,
  /** The key of a translator, to whose room it counts. */
  by: Kid.optional(),
})
export type UploadRecord = z.infer<typeof UploadRecord>

/** SHA-256 over what identifies a blob: the same blob announced again is the same upload. */
export const uploadId = (blob: BlobKey & { readonly length: number }): string =>
  createHash('sha256')
    .update([blob.sender, blob.package, blob.part, blob.digest, blob.length].join('\n'))
    .digest('hex')

/** All that is on its way in, and what arrived not long ago. */
export async function everyRecord(layout: DiskLayout): Promise<readonly UploadRecord[]> {
  const found: UploadRecord[] = []
  for (const id of (await unlessAbsent(readdir(layout.incoming))) ?? []) {
    const record = await readRecord(layout, id).catch(() => undefined)
    if (record !== undefined) found.push(record)
  }
  return found
}

/** Keeps the record durably; whatever was there before says the same. */
export async function keepRecord(layout: DiskLayout, id: string, record: UploadRecord) {
  const folder = layout.upload(id)
  const created = await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    await writeDurably(layout.record(id), JSON.stringify(record))
    await flushFolder(layout.incoming)
  } catch (error) {
    if (created !== undefined) await rm(folder, { recursive: true, force: true })
    throw error
  }
}

export async function readRecord(
  layout: DiskLayout,
  id: string,
): Promise<UploadRecord | undefined> {
  const text = await unlessAbsent(readFile(layout.record(id), 'utf8'))
  if (text === undefined) return undefined
  return UploadRecord.parse(JSON.parse(text))
}

/** One writer's octets of an upload. */
export type PartialOctets = {
  readonly writer: string
  readonly length: number
  readonly touched: Date
}

/** What has arrived, the longest first. */
export async function partialsOf(layout: DiskLayout, id: string): Promise<PartialOctets[]> {
  const folder = layout.upload(id)
  const names = (await unlessAbsent(readdir(folder))) ?? []
  const found = await Promise.all(
    names
      .filter((name) => name.endsWith('.part'))
      .map(async (name) => {
        const seen = await unlessAbsent(stat(join(folder, name)))
        if (seen === undefined) return []
        return [{ writer: name.slice(0, -'.part'.length), length: seen.size, touched: seen.mtime }]
      }),
  )
  return found.flat().sort((a, b) => b.length - a.length)
}
