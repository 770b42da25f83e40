import { z } from 'zod'
import { HandoffId, LanguageTag, Octets32, PartId, text } from '../fields/fields.js'
import { areDistinct } from '../package/header.js'
import { ManifestPart, Marks } from '../package/manifest.js'
import { MAX_HANDOFF_PARTS } from './handoff.js'

/** A document as a translator is given it: what opens it, and what it must be. */
export const HandoffItem = z.strictObject({
  part: PartId,
  name: ManifestPart.shape.name,
  mediaType: ManifestPart.shape.mediaType,
  length: ManifestPart.shape.length,
  digest: ManifestPart.shape.digest,
  key: Octets32,
  mark: Marks.nullable(),
})
export type HandoffItem = z.infer<typeof HandoffItem>

/** Chosen fields of a form, by their names. They are given as one item. */
export const HandoffFields = z.strictObject({
  item: PartId,
  salt: Octets32,
  values: z.record(z.string().min(1).max(200), z.json()),
})
export type HandoffFields = z.infer<typeof HandoffFields>

const statement = z
  .string()
  .min(16)
  .max(64 * 1024)

/**
 * What the envelope of one translator, or of the reviewer, holds: the chosen parts with their keys, and
 * nothing of the others. It is bound to the hand-off by the envelope's digest in the signed statement.
 */
export const HandoffContent = z
  .strictObject({
    format: z.literal('rogatory-handoff'),
    version: z.literal(1),
    handoff: HandoffId,
    pair: z.strictObject({ from: LanguageTag, to: LanguageTag }),
    purpose: text(1000),
    marks: Marks,
    items: z.array(HandoffItem).max(MAX_HANDOFF_PARTS),
    fields: HandoffFields.nullable(),
    /** Credential of the second linguist, to whom targets are sealed as well. */
    reviewer: statement.nullable(),
  })
  .refine(({ items, fields }) => items.length > 0 || fields !== null, 'something to translate')
  .refine(
    ({ items, fields }) =>
      areDistinct([...items.map(({ part }) => part), ...(fields ? [fields.item] : [])]),
    'each item once',
  )
export type HandoffContent = z.infer<typeof HandoffContent>

/** What the envelope of a return holds, for the authority and the reviewer: what opens the targets. */
export const ReturnContent = z.strictObject({
  format: z.literal('rogatory-return'),
  version: z.literal(1),
  handoff: HandoffId,
  targets: z
    .array(HandoffItem.extend({ item: PartId }))
    .min(1)
    .max(MAX_HANDOFF_PARTS),
  note: text(2000).nullable(),
})
export type ReturnContent = z.infer<typeof ReturnContent>
