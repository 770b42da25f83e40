import { verifyByVersions } from '#crypto/directory/verify-by-versions.js'
import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import type { VerifiedStatement } from '#crypto/statement/verify-statement.js'
import { orInvalid } from '../or-invalid.js'
import { type RelayVersionPorts, relayVersions } from './relay-versions.js'

/**
 * A statement of the operator that others have kept since, by a key that was its own at the moment declared: it may
 * have changed its key meanwhile. What it states now is for `byOperator`.
 *
 * @throws {@link Refusal} `statement-invalid`
 */
export async function onceByOperator<P extends { readonly declared: string }>(
  what: string,
  ports: RelayVersionPorts,
  statement: string,
  byEntry: (statement: string, relay: VerifiedEntry) => Promise<VerifiedStatement<P>>,
): Promise<VerifiedStatement<P>> {
  const versions = await relayVersions(ports)
  return orInvalid(what, verifyByVersions(statement, versions, byEntry))
}
