import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import type { RelayIdentity } from '../relay-identity.js'
import type { KnownAuthorities } from './known-authorities.js'

export type RelayVersionPorts = {
  readonly authorities: Pick<KnownAuthorities, 'of'>
  readonly relay: Pick<RelayIdentity, 'entry' | 'id'>
}

/**
 * Every version of the relay's own entry, oldest first: those of the directory, and the one that this process was started
 * with. While keys are changed, processes run with the version before and with the next; what the operator signs is
 * judged alike by all of them.
 */
export async function relayVersions({
  authorities,
  relay,
}: RelayVersionPorts): Promise<readonly VerifiedEntry[]> {
  const known = await authorities.of(relay.id, 'now')
  const others = (known?.entries ?? []).filter(({ digest }) => digest !== relay.entry.digest)
  return [...others, relay.entry].sort((a, b) => a.payload.version - b.payload.version)
}
