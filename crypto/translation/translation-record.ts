import { z } from 'zod'

const statement = z
  .string()
  .min(16)
  .max(256 * 1024)
const signed = z.strictObject({ statement, credential: statement })

/**
 * What travels with a translation: the hand-off, everything that was stated about it, and the relay's evidence of
 * each step. Whoever receives it verifies it by the directory.
 */
export const TranslationRecord = z.strictObject({
  format: z.literal('rogatory-translation-record'),
  version: z.literal(1),
  handoff: signed,
  /** Acts, and the certified statement. */
  acts: z.array(signed).max(65),
  evidence: z.array(statement).min(1).max(512),
})
export type TranslationRecord = z.infer<typeof TranslationRecord>

/** By this a recipient knows one among documents. */
export const TRANSLATION_MEDIA_TYPE = 'application/vnd.rogatory.translation+json'

/** A record is read into memory: it is never longer. */
export const MAX_TRANSLATION_BYTES = 1024 * 1024
