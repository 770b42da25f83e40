import { z } from 'zod'
import { AuthorityId, Digest, PackageId, Timestamp } from '../fields/fields.js'

/** Payload of `rogatory-approval`: a further officer of the sender stands behind this very header. */
export const Approval = z.strictObject({
  package: PackageId,
  header: Digest,
  authority: AuthorityId,
  declared: Timestamp,
})
export type Approval = z.infer<typeof Approval>
