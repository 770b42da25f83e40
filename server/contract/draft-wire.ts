/**
 * Drafts as the relay keeps them for an authority: sealed, numbered, and nothing else.
 *
 * @packageDocumentation
 */
import { z } from 'zod'
import { DraftId, Length, Timestamp } from '#crypto/fields/fields.js'

/** Octets of one sealed version at most: a form, and the sealed envelope once it waits for approvals. */
export const MAX_DRAFT_BYTES = 3 * 1024 * 1024

const Version = z.number().int().min(1).max(1_000_000)
/** The same in an address. */
export const VersionQuery = z.coerce.number().pipe(Version)

/** How a version stands to those before it. */
export const DraftPlace = z.strictObject({
  version: Version.describe('Counts from 1, without gaps.'),
  basis: z.number().int().min(0).describe('The version that it was made from; 0 for the first.'),
  resolves: Version.nullable().describe('The version kept aside that it settles, if any.'),
  aside: z
    .boolean()
    .describe('Kept beside the draft, since somebody else was first: readable, not in force.'),
})
export type DraftPlace = z.infer<typeof DraftPlace>

export const NewDraftVersion = DraftPlace.extend({
  sealed: z
    .string()
    .min(2)
    .max(MAX_DRAFT_BYTES)
    .describe('JWE to the authority itself; opaque to the relay.'),
})
export type NewDraftVersion = z.infer<typeof NewDraftVersion>

export const DraftVersionSummary = DraftPlace.extend({ octets: Length, keptAt: Timestamp })
export type DraftVersionSummary = z.infer<typeof DraftVersionSummary>

/** One draft: the versions that are still kept, oldest first. */
export const DraftSummary = z.strictObject({
  draft: DraftId,
  versions: z.array(DraftVersionSummary),
})
export type DraftSummary = z.infer<typeof DraftSummary>

export const DraftVersionRecord = DraftVersionSummary.extend({ sealed: z.string() })
export type DraftVersionRecord = z.infer<typeof DraftVersionRecord>

export const DraftParams = z.strictObject({ draft: DraftId })

/** Told live to the authority's own officers: something about a draft has changed. */
export const DraftNotice = z.strictObject({
  draft: DraftId,
  version: Version,
  change: z.enum(['kept', 'aside', 'discarded']),
})
export type DraftNotice = z.infer<typeof DraftNotice>
