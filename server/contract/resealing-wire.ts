import { z } from 'zod'
import { Kid, PackageId, PartId, Timestamp } from '#crypto/fields/fields.js'
import { Cursor, EvidenceItem, Statement, Submission } from './wire.js'

/** A `rogatory-resealing` with the credential of the officer who signed it, and the envelope that it names. */
export const ResealingItem = z.strictObject({
  resealing: Statement,
  credential: Statement,
  envelope: Submission.shape.envelope,
})
export type ResealingItem = z.infer<typeof ResealingItem>

/** What the relay holds of the last copy that an authority has sealed anew. */
export const ResealingRecord = z.strictObject({
  resealing: Statement,
  credential: Statement,
  evidence: EvidenceItem.describe('X.9: the copy was taken in.'),
  replacedDeleted: EvidenceItem.nullable().describe(
    'X.10: what it takes the place of is deleted; null until then.',
  ),
})
export type ResealingRecord = z.infer<typeof ResealingRecord>

/** Under which keys the content of one package is sealed that the caller's authority is served. */
export const SealedRow = z.strictObject({
  package: PackageId,
  sealedAt: Timestamp.describe('By the relay’s clock.'),
  version: z.number().int().min(0).describe('0: as it was sent.'),
  kids: z.array(Kid),
})
export type SealedRow = z.infer<typeof SealedRow>

/** So many packages that the caller's authority is not served yet are sealed to that key of its own. */
export const ComingKey = z.strictObject({ kid: Kid, packages: z.number().int().min(1) })
export type ComingKey = z.infer<typeof ComingKey>

export const SealedPage = z.strictObject({
  packages: z.array(SealedRow),
  coming: z
    .array(ComingKey)
    .optional()
    .describe(
      'Taken in for the authority and not consigned to it yet, among those that this page has passed by: held back, suspended, or a moment before. Which they are is not told.',
    ),
  next: Cursor.nullable(),
})
export type SealedPage = z.infer<typeof SealedPage>

const Version = z.coerce.number().int().min(1).max(10_000)
export const CopyParams = z.strictObject({ package: PackageId, version: Version })
export const CopyPartParams = z.strictObject({ package: PackageId, version: Version, part: PartId })
