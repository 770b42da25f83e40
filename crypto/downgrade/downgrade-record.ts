import { z } from 'zod'
import { Redactions } from './redactions.js'

const statement = z
  .string()
  .min(16)
  .max(256 * 1024)

/** What travels with released documents: the decision, who signed it, and what was taken out. */
export const DowngradeRecord = z.strictObject({
  format: z.literal('rogatory-downgrade'),
  version: z.literal(1),
  downgrade: statement,
  credential: statement,
  redactions: Redactions,
})
export type DowngradeRecord = z.infer<typeof DowngradeRecord>

/** By this a recipient knows one among documents. */
export const DOWNGRADE_MEDIA_TYPE = 'application/vnd.rogatory.downgrade+json'

/** A record is read into memory: it is never longer. */
export const MAX_DOWNGRADE_BYTES = 1024 * 1024
