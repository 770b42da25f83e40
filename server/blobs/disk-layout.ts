import { join } from 'node:path'
import { z } from 'zod'
import { AuthorityId, Digest, PackageId, PartId } from '#crypto/fields/fields.js'
import { Refusal } from '../domain/errors.js'
import type { BlobKey } from '../domain/ports.js'

/** An upload's id, as {@link uploadId} makes it. */
const UploadId = Digest
const Key = z.object({ sender: AuthorityId, package: PackageId, part: PartId, digest: Digest })

export type DiskLayout = ReturnType<typeof diskLayout>

/**
 * Where things lie under the blobs folder. Every component of a path is an id that was checked here,
 * so no name that a stranger chose ever reaches the file system.
 *
 * `incoming/<upload>/record.json`, `incoming/<upload>/<writer>.part`,
 * `parts/<sender>/<package>/<part>-<digest>`, `expired/<upload>`.
 */
export function diskLayout(root: string) {
  const id = (upload: string): string => {
    if (UploadId.safeParse(upload).success) return upload
    throw new Refusal('upload-unknown', 'there is no such upload')
  }
  return {
    root,
    incoming: join(root, 'incoming'),
    parts: join(root, 'parts'),
    expired: join(root, 'expired'),
    upload: (upload: string) => join(root, 'incoming', id(upload)),
    record: (upload: string) => join(root, 'incoming', id(upload), 'record.json'),
    /** The octets, as one writer has them: nobody else ever opens this file for writing. */
    partial: (upload: string, writer: string) =>
      join(root, 'incoming', id(upload), `${writer}.part`),
    expiring: (upload: string) => join(root, 'expired', id(upload)),
    /** The folders above a blob, outermost first, and the blob. */
    blob(key: BlobKey) {
      const parsed = Key.safeParse(key)
      if (!parsed.success) throw new Refusal('part-unknown', 'there is no such part')
      const { sender, package: pkg, part, digest } = parsed.data
      const ofSender = join(root, 'parts', sender)
      const folder = join(ofSender, pkg)
      return {
        /** What it is called in a bucket: its path below the root. */
        name: ['parts', sender, pkg, `${part}-${digest}`].join('/'),
        folders: [join(root, 'parts'), ofSender, folder] as const,
        folder,
        path: join(folder, `${part}-${digest}`),
      }
    },
  }
}
