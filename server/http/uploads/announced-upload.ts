import { z } from 'zod'
import { Digest, PackageId, PartId } from '#crypto/fields/fields.js'
import type { Caller } from '../../contract/wire.js'
import { Refusal } from '../../domain/errors.js'
import type { BlobKey } from '../../domain/ports.js'

/** `Upload-Metadata` of a creation: which part this will be, and what it must turn out to be. */
const Metadata = z.strictObject({ package: PackageId, part: PartId, digest: Digest })
const AnnouncedLength = z
  .string()
  .regex(/^[1-9]\d{0,15}$/)
  .transform(Number)

/**
 * What a client announces, in the name of its own authority whatever it says.
 *
 * @throws {@link Refusal} `malformed-request`
 */
export function announcedUpload(
  caller: Caller,
  metadata: Readonly<Record<string, string | null>> | undefined,
  length: string | null,
): BlobKey & { readonly length: number } {
  const parsed = Metadata.safeParse({ ...metadata })
  const octets = AnnouncedLength.safeParse(length)
  if (parsed.success && octets.success) {
    return { sender: caller.authority, ...parsed.data, length: octets.data }
  }
  throw new Refusal(
    'malformed-request',
    'an upload is created with Upload-Length and with package, part and digest (SHA-256 in hex) in Upload-Metadata',
  )
}
