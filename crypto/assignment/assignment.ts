import { z } from 'zod'
import { AuthorityId, CaseId, OfficerId, Timestamp } from '../fields/fields.js'

/** What counts the assignments of one case, from 1 and without gaps. */
export const AssignmentVersion = z.number().int().min(1).max(1_000_000)

/**
 * Payload of `rogatory-assignment`: who of the own authority has a case, and with it every package of it.
 * `case` and `version` repeat what the relay is told: it cannot present one assignment as another.
 */
export const Assignment = z.strictObject({
  case: CaseId,
  version: AssignmentVersion,
  authority: AuthorityId,
  /** Null: handed back, nobody has it. */
  officer: OfficerId.nullable(),
  declared: Timestamp,
})
export type Assignment = z.infer<typeof Assignment>
