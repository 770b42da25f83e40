import type { VerifiedStatement } from '#crypto/statement/verify-statement.js'
import { keysInForce } from './entry-in-force.js'
import { Refusal } from '../errors.js'
import { orInvalid } from '../or-invalid.js'
import type { RelayIdentity } from '../relay-identity.js'

/**
 * A statement of the operator, by a key that is in force now as well: it is verified as of the moment it
 * declares, and a key that has ended since declares nothing more.
 *
 * @throws {@link Refusal} `statement-invalid`
 */
export async function byOperator<P>(
  what: string,
  { entry }: RelayIdentity,
  now: Date,
  check: Promise<VerifiedStatement<P>>,
): Promise<VerifiedStatement<P>> {
  const verified = await orInvalid(what, check)
  if (!keysInForce(entry, 'operator', now).some((key) => key.kid === verified.kid)) {
    throw new Refusal('statement-invalid', `${what}: its key is not in force any more`)
  }
  return verified
}
