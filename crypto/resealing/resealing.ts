import { z } from 'zod'
import { AuthorityId, Digest, Kid, Length, PackageId, PartId, Timestamp } from '../fields/fields.js'
import { areDistinct, MAX_PARTS } from '../package/header.js'

/**
 * Payload of `rogatory-resealing`: an authority has sealed its copy of a package anew, under another key and with
 * other part keys. Header and manifest stay what they were signed as.
 *
 * `version` counts from 1 within the authority and the package. `kid` is the `envelopes` key of the authority
 * that the new envelope is sealed to, and no other. `replaced` is the digest of the ciphertext that a part takes the place
 * of: the header's, or that of the version before.
 */
export const Resealing = z
  .strictObject({
    package: PackageId,
    header: Digest,
    authority: AuthorityId,
    version: z.number().int().min(1).max(10_000),
    kid: Kid,
    envelope: z.strictObject({ length: Length, digest: Digest }),
    parts: z
      .array(z.strictObject({ part: PartId, replaced: Digest, length: Length, digest: Digest }))
      .max(MAX_PARTS),
    declared: Timestamp,
  })
  .refine(({ parts }) => areDistinct(parts.map(({ part }) => part)), 'each part once')
  .refine(
    ({ parts }) => parts.every(({ replaced, digest }) => replaced !== digest),
    'no part is what it was',
  )
export type Resealing = z.infer<typeof Resealing>
