import { isKnownTimeZone } from '#crypto/directory/time-zone.js'
import type { DutyRoster } from '#crypto/duty/duty-roster.js'
import { verifyRoster } from '#crypto/duty/roster-statement.js'
import type { Caller, SignedRoster } from '../../contract/wire.js'
import { Refusal } from '../errors.js'
import type { KnownAuthorities } from '../directory/known-authorities.js'
import { orInvalid } from '../or-invalid.js'
import type { Clock } from '../ports.js'
import { requireClock } from '../require-clock.js'
import { requirePermission } from '../access/require-permission.js'
import type { RosterStore } from './roster-store.js'
import { requireEntry } from '../directory/require-entry.js'

type Ports = {
  readonly authorities: KnownAuthorities
  readonly rosters: RosterStore
  readonly clock: Clock
}
export type PublishRoster = ReturnType<typeof publishRoster>

/**
 * Replaces the duty roster of the caller's authority by its next version, which names the one before by its
 * digest: two officers who change it at once cannot overwrite one another. The same again is no error.
 *
 * @throws {@link Refusal} `not-permitted`, `authority-unknown`, `statement-invalid`, `credential-revoked`,
 *   `clock-skewed`, `roster-conflict`
 */
export function publishRoster({ authorities, rosters, clock }: Ports) {
  return async (caller: Caller, { roster, credential }: SignedRoster) => {
    requirePermission(caller, 'publishRoster')
    const { authority } = caller
    const at = clock.now()
    const { known, entry } = await requireEntry(authorities, authority, at, 'now')
    const { revocations } = known
    const by = { credential, entry, at, revocations }
    const { payload, digest } = await orInvalid('roster', verifyRoster(roster, by))
    requireZones(payload)
    const { version, supersedes } = payload
    const before = await rosters.find(authority)
    if (before?.digest === digest) return { version }
    requireClock('the roster', payload.declared, at)
    const next = (before?.version ?? 0) + 1
    const kept = { authority, version, digest, roster, credential, keptAt: at }
    if (version !== next || supersedes !== (before?.digest ?? null)) {
      throw new Refusal('roster-conflict', `the next version is ${next}`)
    }
    if (await rosters.replace(kept)) return { version }
    throw new Refusal('roster-conflict', `version ${version} is kept with other content`)
  }
}

/** A shift by a clock that nobody knows would alert nobody. */
function requireZones({ shifts }: DutyRoster): void {
  const unknown = shifts.find(({ zone }) => !isKnownTimeZone(zone))
  if (unknown === undefined) return
  throw new Refusal('statement-invalid', `roster: no time zone is called ${unknown.zone}`)
}
