/**
 * Who of an authority has which case, as the relay keeps it for them: sealed, numbered, and nothing else.
 *
 * @packageDocumentation
 */
import { z } from 'zod'
import { AssignmentVersion } from '#crypto/assignment/assignment.js'
import { CaseId, Timestamp } from '#crypto/fields/fields.js'

/** Octets of one sealed assignment at most: a statement and a credential. */
export const MAX_ASSIGNMENT_BYTES = 48 * 1024

export const NewAssignment = z.strictObject({
  version: AssignmentVersion.describe('Follows the one that is kept; 1 for the first.'),
  sealed: z
    .string()
    .min(2)
    .max(MAX_ASSIGNMENT_BYTES)
    .describe('JWE to the authority itself; opaque to the relay.'),
})
export type NewAssignment = z.infer<typeof NewAssignment>

export const AssignmentRecord = NewAssignment.extend({ case: CaseId, keptAt: Timestamp })
export type AssignmentRecord = z.infer<typeof AssignmentRecord>

export const AssignmentParams = z.strictObject({ case: CaseId })

/** Told live to the authority's own officers: who has a case has changed. */
export const AssignmentNotice = z.strictObject({ case: CaseId, version: AssignmentVersion })
export type AssignmentNotice = z.infer<typeof AssignmentNotice>
