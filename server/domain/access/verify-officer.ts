import type { OfficerCredential } from '#crypto/directory/officer-credential.js'
import { entryInForce, keysInForce } from '#crypto/directory/entry-in-force.js'
import { isInForce } from '#crypto/directory/in-force.js'
import { officerStanding } from '#crypto/directory/officer-standing.js'
import { verifyCredential } from '#crypto/directory/verify-credential.js'
import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import { recentlyUsed } from '#crypto/keys/recently-used.js'
import type { VerifiedStatement } from '#crypto/statement/verify-statement.js'
import { Refusal } from '../errors.js'
import type { KnownAuthority } from '../directory/known-authorities.js'
import { orInvalid } from '../or-invalid.js'

export type VerifiedOfficer = VerifiedStatement<OfficerCredential>

/** Verified under an entry once; validity and standing are judged at every use. */
const verified = recentlyUsed<VerifiedOfficer>(4096)

/**
 * Verifies that the authority vouches for an officer now: the credential is signed by a key of the
 * entry in force, is within its validity, and its key is not revoked.
 *
 * @throws {@link Refusal} `authority-unknown` without an entry in force, `statement-invalid`,
 *   `credential-revoked`
 */
export async function verifyOfficer(
  known: KnownAuthority,
  credential: string,
  at: Date,
): Promise<VerifiedOfficer> {
  const entry = entryInForce(known, at)
  if (entry === undefined) {
    throw new Refusal('authority-unknown', `${known.authority} has no entry in force`)
  }
  const officer = await orInvalid('credential', vouchedFor(entry, credential, at))
  await orInvalid('credential', () => officerStanding(officer, known.revocations, at))
  return officer
}

async function vouchedFor(entry: VerifiedEntry, credential: string, at: Date) {
  const name = `${entry.digest}.${credential}`
  const before = verified.get(name)
  if (before !== undefined && isValid(before, entry, at)) return before
  const officer = await verifyCredential(credential, entry, at)
  verified.set(name, officer)
  return officer
}

// As verifyCredential judges it: a credential ends with the key that vouches for it.
const isValid = ({ payload, kid }: VerifiedOfficer, entry: VerifiedEntry, at: Date): boolean =>
  isInForce(payload.validFrom, payload.validTo, at) &&
  keysInForce(entry, 'credentials', at).some((key) => key.kid === kid)
