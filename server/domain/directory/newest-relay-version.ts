import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import { type RelayVersionPorts, relayVersions } from './relay-versions.js'

/** The newest version of the relay's entry that has begun: it names the operator's keys of now. */
export async function newestRelayVersion(
  ports: RelayVersionPorts,
  now: Date,
): Promise<VerifiedEntry> {
  const begun = (await relayVersions(ports)).filter(
    ({ payload }) => new Date(payload.validFrom) <= now,
  )
  return begun.at(-1) ?? ports.relay.entry
}
