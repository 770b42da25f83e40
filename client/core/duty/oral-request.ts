import { z } from 'zod'
import { AuthorityId, Digest, PackageId, text, Timestamp } from '#crypto/fields/fields.js'

/** How somebody spoke to an officer. */
export const OralChannel = z.enum(['telephone', 'video', 'radio', 'in-person', 'other'])

/** What an officer notes of a request that was made by word of mouth. Sealed to the own authority. */
export const OralNote = z.strictObject({
  kind: z.literal('oral-confirmation'),
  /** Whether it was made to this authority, or by it. */
  direction: z.enum(['received', 'made']),
  counterpart: AuthorityId,
  /** With whom an officer spoke: name and function. */
  person: text(200),
  at: Timestamp,
  channel: OralChannel,
  asked: text(2000),
  /** The package that confirms it in writing. */
  confirmedBy: z.strictObject({ package: PackageId, header: Digest }).nullable(),
  /** Why none is needed any more. */
  ended: text(500).nullable(),
})
export type OralNote = z.infer<typeof OralNote>

/** An oral request as it was noted, and what has become of it. */
export type OralRequest = OralNote & {
  /** The name of its clock, by which it is called. */
  readonly oral: string
  readonly state: 'awaited' | 'overdue' | 'confirmed' | 'ended'
  /** By when the written confirmation is to be there, RFC 3339. */
  readonly due: string
  /** Who noted what stands now, by the credential. */
  readonly name: string
}
