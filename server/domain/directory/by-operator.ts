import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import { keysInForce } from '#crypto/directory/entry-in-force.js'
import type { VerifiedStatement } from '#crypto/statement/verify-statement.js'
import { Refusal } from '../errors.js'
import { orInvalid } from '../or-invalid.js'
import { newestRelayVersion } from './newest-relay-version.js'
import type { RelayVersionPorts } from './relay-versions.js'

/**
 * A statement of the operator, by a key that is in force now as well: it is verified as of the moment it
 * declares, and a key that has ended since declares nothing more. The newest version of the relay's entry that has
 * begun names the keys, though this process may have been started with an earlier one.
 *
 * @param check - verifies the statement by one version of the entry.
 * @throws {@link Refusal} `statement-invalid`
 */
export async function byOperator<P>(
  what: string,
  ports: RelayVersionPorts,
  now: Date,
  check: (relay: VerifiedEntry) => Promise<VerifiedStatement<P>>,
): Promise<VerifiedStatement<P>> {
  const entry = await newestRelayVersion(ports, now)
  const verified = await orInvalid(what, check(entry))
  if (!keysInForce(entry, 'operator', now).some((key) => key.kid === verified.kid)) {
    throw new Refusal('statement-invalid', `${what}: its key is not in force any more`)
  }
  return verified
}
