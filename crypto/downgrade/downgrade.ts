import { z } from 'zod'
import { CalendarDay } from '../directory/office-hours.js'
import { AuthorityId, Digest, PackageId, text, Timestamp } from '../fields/fields.js'
import { areDistinct } from '../package/header.js'

/** Bounds what one decision covers. */
export const MAX_DOWNGRADED = 64

/**
 * Payload of `rogatory-downgrade`: an authority releases versions of classified content for official use
 * (resolution 2322 (2016), 5). It says who decided, when, and by what authority; the original stays sealed.
 *
 * `original` of a document is the commitment of {@link commitManifest} to SHA-256 over the original, with
 * a salt that stays with it: nobody can try a guess, and whoever is shown the original can be sure of it.
 * `released` is SHA-256 over what is handed out. `redactions` is SHA-256 over the redaction manifest
 * ({@link Redactions}), which says what was taken out where, and why.
 */
export const Downgrade = z
  .strictObject({
    authority: AuthorityId,
    /** Name and function of whoever decided: not always the officer who signs. */
    by: text(300),
    /** The law, order or delegation by which it was decided. */
    basis: text(500),
    decided: CalendarDay,
    from: text(80),
    to: text(80),
    /** The sealed package that holds the originals; null where they never were in one. */
    original: z.strictObject({ package: PackageId, header: Digest }).nullable(),
    documents: z
      .array(z.strictObject({ original: Digest, released: Digest }))
      .min(1)
      .max(MAX_DOWNGRADED),
    redactions: Digest,
    declared: Timestamp,
  })
  .refine(({ documents }) => areDistinct(documents.map(({ released }) => released)), 'each once')
export type Downgrade = z.infer<typeof Downgrade>
