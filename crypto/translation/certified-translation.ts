import { z } from 'zod'
import { Accreditation } from '../directory/accreditation.js'
import { Digest, HandoffId, LanguageTag, PartId, text, Timestamp } from '../fields/fields.js'
import { areDistinct } from '../package/header.js'
import { MAX_HANDOFF_PARTS } from './handoff.js'
import { MachineMark } from './handoff-act.js'

/**
 * Payload of `rogatory-translation`: the certified statement of a translator that these targets are
 * translations of those sources. `source` and `target` are SHA-256 over the plaintext, but for fields of a
 * form, whose `source` is salted ({@link commitFields}).
 *
 * A machine's draft cannot be certified; one that was post-edited says so.
 */
export const CertifiedTranslation = z
  .strictObject({
    handoff: HandoffId,
    assignment: Digest,
    /** Digest of the return that it certifies. */
    return: Digest,
    accreditation: Accreditation.nullable(),
    pair: z.strictObject({ from: LanguageTag, to: LanguageTag }),
    items: z
      .array(
        z.strictObject({
          item: PartId,
          /** Of the ciphertext handed off; null for fields of a form. */
          sealed: Digest.nullable(),
          source: Digest,
          target: Digest,
        }),
      )
      .min(1)
      .max(MAX_HANDOFF_PARTS),
    complete: z.boolean(),
    machine: MachineMark.exclude(['draft']),
    /** Which text counts where they differ, and the instrument that says so if it is not the original. */
    prevails: z.enum(['original', 'translation']),
    instrument: text(120).nullable(),
    declared: Timestamp,
  })
  .refine(({ items }) => areDistinct(items.map(({ item }) => item)), 'each item once')
  .refine(({ pair }) => pair.from !== pair.to, 'two languages')
  .refine(
    ({ prevails, instrument }) => (prevails === 'original') === (instrument === null),
    'only an instrument lets a translation prevail',
  )
export type CertifiedTranslation = z.infer<typeof CertifiedTranslation>
