import { z } from 'zod'
import {
  AuthorityId,
  CaseId,
  Digest,
  Kid,
  Length,
  Octets32,
  PackageId,
  PartId,
  text,
  Timestamp,
} from '../fields/fields.js'
import { CalendarDay } from '../directory/office-hours.js'
import { areDistinct, hasDistinctRecipients, MAX_PARTS, MAX_RECIPIENTS } from './header.js'

/** Traffic Light Protocol 2.0 (FIRST). */
export const Tlp = z.enum(['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'])

/** What may be done with something that is marked. */
export const PermittedUse = z.enum(['lead', 'investigation', 'court', 'border'])

/** Whether it may be passed on to a further authority; with consent: that of the sender, for each. */
export const OnwardTransfer = z.enum(['forbidden', 'with-consent', 'allowed'])
export type OnwardTransfer = z.infer<typeof OnwardTransfer>

/** Handling marks. Those that are left out set no limit. */
export const Marks = z.strictObject({
  tlp: Tlp.nullable(),
  classification: text(80).nullable(),
  /** Any other use needs the sender's consent. */
  uses: z
    .array(PermittedUse)
    .min(1)
    .max(PermittedUse.options.length)
    .refine((uses) => areDistinct(uses), 'each use once')
    .optional(),
  /** The last day on which it may be kept. */
  retainUntil: CalendarDay.optional(),
  onwardTransfer: OnwardTransfer.optional(),
})
export type Marks = z.infer<typeof Marks>

/** A file name that names a file and nothing else: no path, no device, no hidden direction. */
export const FileName = text(200).refine(
  (name) => !/[/\\:*?"<>|]/.test(name) && !/^\.{1,2}$/.test(name) && !/[. ]$/.test(name),
  'a plain file name',
)

export const ManifestPart = z.strictObject({
  part: PartId,
  name: FileName,
  mediaType: z.string().regex(/^[a-z0-9!#$&^_.+-]{1,63}\/[a-z0-9!#$&^_.+-]{1,63}$/),
  length: Length,
  digest: Digest,
  key: Octets32,
  role: z.enum(['document', 'attachment', 'translation']),
  mark: Marks.nullable(),
  salt: Octets32,
})
export type ManifestPart = z.infer<typeof ManifestPart>

/**
 * Payload of `rogatory-manifest`: the request itself, which only recipients open.
 *
 * Signed by the same officer as the header. `length` and `digest` of a part are the plaintext's.
 * `salt` makes the header's commitment hide this statement from whoever guesses its content; the salt
 * of a part does so for the header's commitment to that part ({@link commitPart}).
 */
export const Manifest = z
  .strictObject({
    package: PackageId,
    case: CaseId,
    sender: AuthorityId,
    recipients: z
      .array(z.strictObject({ authority: AuthorityId, entry: Digest, kid: Kid }))
      .min(1)
      .max(MAX_RECIPIENTS),
    template: z.strictObject({
      id: z
        .string()
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        .max(64),
      version: z.number().int().min(1),
    }),
    form: z.record(z.string().max(200), z.json()),
    inReplyTo: z.strictObject({ package: PackageId, header: Digest }).nullable(),
    marks: Marks,
    salt: Octets32,
    created: Timestamp,
    parts: z.array(ManifestPart).max(MAX_PARTS),
  })
  .refine(hasDistinctRecipients, 'each recipient once, and never the sender')
  .refine(({ parts }) => areDistinct(parts.map(({ part }) => part)), 'each part once')
export type Manifest = z.infer<typeof Manifest>
