import { DutyRoster } from '#crypto/duty/duty-roster.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { readKept } from '../read-kept.js'
import type { RosterStore } from './roster-store.js'

/** The duty roster that an authority has set, undefined while there is none. */
export async function rosterOf(
  rosters: Pick<RosterStore, 'find'>,
  authority: AuthorityId,
): Promise<DutyRoster | undefined> {
  const kept = await rosters.find(authority)
  if (kept === undefined) return undefined
  return (await readKept({ statement: kept.roster, digest: kept.digest }, DutyRoster)).payload
}
