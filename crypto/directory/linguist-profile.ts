import { z } from 'zod'
import { LanguageTag, text, Timestamp } from '../fields/fields.js'
import { Accreditation } from './accreditation.js'

/** Pairs of languages of one linguist at most. */
export const MAX_PAIRS = 40

const pair = z
  .strictObject({ from: LanguageTag, to: LanguageTag })
  .refine(({ from, to }) => from !== to, 'two languages')

/**
 * What an authority vouches for in one of its translators, in the credential: those who hand documents
 * over choose by it. That it is published is what makes its bearer found by other authorities.
 *
 * Days of declarations are when they were given to the authority, in writing; what is declared of one hand-off is in
 * its acceptance.
 */
export const LinguistProfile = z
  .strictObject({
    pairs: z.array(pair).min(1).max(MAX_PAIRS),
    accreditation: Accreditation.nullable(),
    clearance: text(80).nullable(),
    /** Hand-offs at a time. */
    capacity: z.number().int().min(1).max(100),
    /** An undertaking of confidentiality was given; null if none was. */
    confidentialitySince: Timestamp.nullable(),
    /** Interests that may conflict were declared; null if none were asked for. */
    conflictsDeclared: Timestamp.nullable(),
  })
  .refine(
    ({ pairs }) => new Set(pairs.map(({ from, to }) => `${from} ${to}`)).size === pairs.length,
    'each pair once',
  )
export type LinguistProfile = z.infer<typeof LinguistProfile>
