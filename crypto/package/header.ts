import { z } from 'zod'
import {
  AuthorityId,
  CaseId,
  Digest,
  Length,
  PackageId,
  PartId,
  Timestamp,
} from '../fields/fields.js'

export const Urgency = z.enum(['routine', 'urgent', 'emergency'])
export type Urgency = z.infer<typeof Urgency>

/** At most so many parts and recipients: bounds what a relay must hold for one submission. */
export const MAX_PARTS = 512
export const MAX_RECIPIENTS = 32

/**
 * Payload of `rogatory-header`: all that the relay sees of a request package.
 *
 * Signed by the sending officer. It names no person, no case number and no template. `manifest` is
 * the commitment of {@link commitManifest}, that of a part of {@link commitPart}; `created` is the sender's own clock.
 */
export const Header = z
  .strictObject({
    package: PackageId,
    case: CaseId,
    sender: AuthorityId,
    senderEntry: Digest,
    recipients: z
      .array(z.strictObject({ authority: AuthorityId, entry: Digest }))
      .min(1)
      .max(MAX_RECIPIENTS),
    urgency: Urgency,
    created: Timestamp,
    notBefore: Timestamp.nullable(),
    expires: Timestamp.nullable(),
    envelope: z.strictObject({ length: Length, digest: Digest }),
    parts: z
      .array(z.strictObject({ part: PartId, length: Length, digest: Digest, commitment: Digest }))
      .max(MAX_PARTS),
    manifest: Digest,
  })
  .refine(hasDistinctRecipients, 'each recipient once, and never the sender')
  .refine(({ parts }) => areDistinct(parts.map(({ part }) => part)), 'each part once')
  .refine(isTimely, 'it expires after it was made, and after it may be delivered')
export type Header = z.infer<typeof Header>

type Parties = { readonly sender: string; readonly recipients: readonly { authority: string }[] }

/** Whether every recipient is named once, and the sender is none of them: nobody acknowledges to itself. */
export function hasDistinctRecipients({ sender, recipients }: Parties): boolean {
  return areDistinct([sender, ...recipients.map(({ authority }) => authority)])
}

export function areDistinct(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length
}

// All three have one spelling, in which text order is time order.
function isTimely(header: { created: string; notBefore: string | null; expires: string | null }) {
  const { created, notBefore, expires } = header
  return expires === null || (expires > created && (notBefore === null || expires > notBefore))
}
