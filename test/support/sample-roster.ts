import type { DutyRoster } from '#crypto/duty/duty-roster.js'
import { AuthorityId, type OfficerId } from '#crypto/fields/fields.js'
import { NOW } from './world/moments.js'

/** A roster of these officers, each with a mailbox of their own. */
export const rosterOf = (
  officers: readonly OfficerId[],
  changes: Partial<DutyRoster>,
): DutyRoster => ({
  authority: AuthorityId.parse('xb.pgo'),
  version: 1,
  supersedes: null,
  declared: NOW.toISOString(),
  persons: officers.map((officer, i) => ({ officer, email: `duty${i + 1}@xb.example` })),
  shifts: [],
  exceptions: [],
  backup: [],
  keyWarnings: [],
  webhooks: [],
  ...changes,
})
