import type { DutyRoster } from '#crypto/duty/duty-roster.js'
import { entryInForce } from '#crypto/directory/entry-in-force.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import type { KnownAuthorities } from '../directory/known-authorities.js'
import type { Clock } from '../ports.js'
import type { RosterStore } from './roster-store.js'
import { rosterOf } from './roster-of.js'

type Ports = {
  readonly rosters: Pick<RosterStore, 'find'>
  readonly authorities: Pick<KnownAuthorities, 'of'>
  readonly clock: Clock
  /** The operator's own mailbox. */
  readonly operatorEmail: string | undefined
}

/** Targets of deliveries, which hold no address: that is looked up when it is needed, and kept nowhere. */
export const officerTarget = (officer: string): string => `officer.${officer}`
export const DUTY_CONTACT = 'duty-contact'
/** The authority's ordinary mailbox, as its entry names it. */
export const CONTACT = 'contact'
export const KEY_KEEPERS = 'key-keepers'
export const OPERATOR = 'operator'

/**
 * The mailboxes behind a target: an officer of the roster as it stands now, the 24/7 contact point or the
 * contact of the entry, whoever the roster names for keys (else that contact), or the operator.
 */
export function addressesOf(ports: Ports) {
  return async (authority: AuthorityId, target: string): Promise<readonly string[]> => {
    if (target === OPERATOR) return present([ports.operatorEmail])
    const roster = await rosterOf(ports.rosters, authority)
    if (target.startsWith('officer.')) {
      const officer = target.slice('officer.'.length)
      return mailboxes(roster, (one) => one === officer)
    }
    const known = await ports.authorities.of(authority)
    const entry = known && entryInForce(known, ports.clock.now())
    if (target === DUTY_CONTACT) return present([entry?.payload.dutyContact?.email])
    if (target === CONTACT) return present([entry?.payload.contact.email])
    const keepers = mailboxes(roster, (one) => roster?.keyWarnings.includes(one) === true)
    return keepers.length > 0 ? keepers : present([entry?.payload.contact.email])
  }
}

function mailboxes(
  roster: DutyRoster | undefined,
  isOne: (officer: DutyRoster['backup'][number]) => boolean,
): readonly string[] {
  return present(
    (roster?.persons ?? []).filter((one) => isOne(one.officer)).map((one) => one.email),
  )
}

const present = (all: readonly (string | null | undefined)[]): string[] =>
  all.filter((one): one is string => one !== null && one !== undefined)
