import { z } from 'zod'
import { Digest, text } from '../fields/fields.js'
import { MAX_DOWNGRADED } from './downgrade.js'

/** Why something was taken out. */
export const RedactionReason = z.enum([
  'source',
  'method',
  'person',
  'third-party',
  'operation',
  'other',
])

/**
 * The redaction manifest: what was taken out of which released document, where, and why. A downgrade
 * names it by SHA-256 over its canonical JSON.
 *
 * `removed` is the commitment of {@link commitManifest} to SHA-256 over what stood there, so that a court that
 * is shown it later can tell; null where nothing is to be shown ever.
 */
export const Redactions = z.strictObject({
  format: z.literal('rogatory-redactions'),
  version: z.literal(1),
  documents: z
    .array(
      z.strictObject({
        released: Digest,
        redactions: z
          .array(
            z.strictObject({
              place: text(200),
              reason: RedactionReason,
              removed: Digest.nullable(),
            }),
          )
          .max(1000),
      }),
    )
    .max(MAX_DOWNGRADED),
})
export type Redactions = z.infer<typeof Redactions>
