import { OfficerCredential } from '#crypto/directory/officer-credential.js'
import { entryInForce } from '#crypto/directory/entry-in-force.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { KnownAuthorities } from '../directory/known-authorities.js'
import { CONTACT, officerTarget } from '../duty/addresses-of.js'
import { rosterOf } from '../duty/roster-of.js'
import type { RosterStore } from '../duty/roster-store.js'
import { webhookTarget } from '../duty/webhook-target.js'
import type { Clock } from '../ports.js'
import type { ClockStage, StoredClock } from './clock-store.js'

type Ports = {
  readonly rosters: Pick<RosterStore, 'find'>
  readonly authorities: Pick<KnownAuthorities, 'of'>
  readonly clock: Clock
  readonly hasMail: boolean
}
export type ClockTargets = ReturnType<typeof clockTargets>

/**
 * Whither what a clock tells is delivered besides the socket: to whoever asked for it, where the roster has a mailbox
 * of theirs; to the contact of the authority's entry where it has none, and of a lapse in any case; and to the webhooks of the
 * roster. Only what there is: an authority that names nothing is told over the socket alone.
 *
 * @returns targets as `deliver-notice` takes them, which hold no address.
 */
export function clockTargets({ rosters, authorities, clock, hasMail }: Ports) {
  return async (
    { authority, credential }: Pick<StoredClock, 'authority' | 'credential'>,
    stage: ClockStage,
  ): Promise<readonly string[]> => {
    const roster = await rosterOf(rosters, authority)
    const hooks = await Promise.all((roster?.webhooks ?? []).map(webhookTarget))
    if (!hasMail) return hooks
    // Verified before it was kept, with the request; who has left the roster has no mailbox there.
    const asker = OfficerCredential.parse((await readStatement(credential)).payload).officer
    const isReached = roster?.persons.some(
      ({ officer, email }) => officer === asker && email !== null,
    )
    const known = await authorities.of(authority)
    const hasContact =
      known !== undefined && entryInForce(known, clock.now())?.payload.contact.email !== undefined
    const isToContact = hasContact && (isReached !== true || stage === 'lapse')
    return [
      ...(isReached === true ? [officerTarget(asker)] : []),
      ...(isToContact ? [CONTACT] : []),
      ...hooks,
    ]
  }
}
