import type { Caller, StandingRoster } from '../../contract/wire.js'
import type { RosterStore } from './roster-store.js'

type Ports = { readonly rosters: Pick<RosterStore, 'find'> }
export type ReadRoster = ReturnType<typeof readRoster>

/** The duty roster of the caller's authority, and of no other: it is personal data. */
export function readRoster({ rosters }: Ports) {
  return async ({ authority }: Pick<Caller, 'authority'>): Promise<StandingRoster> => {
    const kept = await rosters.find(authority)
    return {
      standing: kept === undefined ? null : { roster: kept.roster, credential: kept.credential },
    }
  }
}
