import type { Caller, SignedRoster } from '../../contract/wire.js'
import { Refusal } from '../errors.js'
import type { RosterStore } from './roster-store.js'

type Ports = { readonly rosters: Pick<RosterStore, 'find'> }
export type ReadRoster = ReturnType<typeof readRoster>

/**
 * The duty roster of the caller's authority, and of no other: it is personal data.
 *
 * @throws {@link Refusal} `roster-unknown`
 */
export function readRoster({ rosters }: Ports) {
  return async ({ authority }: Pick<Caller, 'authority'>): Promise<SignedRoster> => {
    const kept = await rosters.find(authority)
    if (kept === undefined) throw new Refusal('roster-unknown', `${authority} has set none`)
    return { roster: kept.roster, credential: kept.credential }
  }
}
