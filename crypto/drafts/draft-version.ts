import { z } from 'zod'
import { MAX_ENVELOPE_BYTES } from '../envelope/read-envelope.js'
import { AuthorityId, CaseId, Digest, DraftId, Length, text, Timestamp } from '../fields/fields.js'
import { areDistinct, MAX_PARTS, MAX_RECIPIENTS, Urgency } from '../package/header.js'
import { Manifest, ManifestPart, Marks } from '../package/manifest.js'

/** A document that is to be sent, by name and digest: its octets stay with whoever has them. */
export const DraftDocument = z.strictObject({
  name: ManifestPart.shape.name,
  mediaType: ManifestPart.shape.mediaType,
  length: Length,
  digest: Digest,
})
export type DraftDocument = z.infer<typeof DraftDocument>

/** What officers work on together. It may be unfinished: nobody to send it to, no template yet. */
export const DraftContent = z
  .strictObject({
    title: text(200),
    to: z.array(AuthorityId).max(MAX_RECIPIENTS),
    template: Manifest.shape.template.nullable(),
    form: Manifest.shape.form,
    documents: z.array(DraftDocument).max(MAX_PARTS),
    urgency: Urgency,
    case: CaseId.nullable(),
    inReplyTo: Manifest.shape.inReplyTo,
    notBefore: Timestamp.nullable(),
    expires: Timestamp.nullable(),
    marks: Marks,
  })
  .refine(({ to }) => areDistinct(to), 'each recipient once')
  .refine(({ documents }) => areDistinct(documents.map(({ name }) => name)), 'each name once')
export type DraftContent = z.infer<typeof DraftContent>

/**
 * Payload of `rogatory-draft`: one version of a draft, signed by the officer whose work it is, so that
 * nobody, the relay least of all, can slip another's words in. `version`, `basis`, `resolves` and `aside`
 * repeat what the relay is told: it cannot present one version as another.
 */
export const DraftVersion = z
  .strictObject({
    draft: DraftId,
    version: z.number().int().min(1),
    basis: z.number().int().min(0),
    resolves: z.number().int().min(1).nullable(),
    aside: z.boolean(),
    authority: AuthorityId,
    declared: Timestamp,
    act: z.enum(['edited', 'prepared', 'approved', 'returned']),
    content: DraftContent,
    prepared: Digest.nullable().describe('The header that waits for approvals.'),
    /** Why it is sent back. */
    note: text(2000).optional(),
  })
  .refine(
    ({ act, note }) => note === undefined || act === 'returned',
    'a note goes with what is sent back',
  )
export type DraftVersion = z.infer<typeof DraftVersion>

const Statement = z
  .string()
  .min(16)
  .max(2 * 1024 * 1024)

/** A package sealed from the draft, which waits for approvals: what will be submitted, exactly. */
export const Prepared = z.strictObject({
  header: Statement,
  credential: Statement,
  envelope: z.string().min(2).max(MAX_ENVELOPE_BYTES),
  approvals: z.array(z.strictObject({ approval: Statement, credential: Statement })).max(8),
})
export type Prepared = z.infer<typeof Prepared>

/** What the authority's key opens: the version, its officer's credential, and the package that waits. */
export const DraftContainer = z.strictObject({
  format: z.literal('rogatory-draft'),
  version: z.literal(1),
  statement: Statement,
  credential: Statement,
  prepared: Prepared.nullable(),
})
