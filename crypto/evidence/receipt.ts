import { z } from 'zod'
import { AuthorityId, Digest, PackageId, PartId, text, Timestamp } from '../fields/fields.js'
import { areDistinct, MAX_PARTS } from '../package/header.js'

/**
 * Payload of `rogatory-receipt`: what the recipient's officer says to have received.
 *
 * `manifest` is SHA-256 over the manifest statement **as decrypted**, so the relay cannot make one.
 * A part is `verified` when its plaintext was decrypted and its digest compared, else `unopened`.
 * `declared` is the recipient's own clock.
 */
export const Receipt = z
  .strictObject({
    package: PackageId,
    header: Digest,
    manifest: Digest,
    recipient: AuthorityId,
    outcome: z.enum(['accepted', 'rejected']),
    reason: text(500).nullable(),
    parts: z
      .array(
        z.strictObject({ part: PartId, digest: Digest, state: z.enum(['verified', 'unopened']) }),
      )
      .max(MAX_PARTS),
    declared: Timestamp,
  })
  .refine((r) => r.outcome === 'accepted' || r.reason !== null, 'a rejection says why')
  .refine(({ parts }) => areDistinct(parts.map(({ part }) => part)), 'each part once')
export type Receipt = z.infer<typeof Receipt>
