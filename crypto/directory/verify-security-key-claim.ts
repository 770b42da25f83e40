import { CryptoError } from '../errors.js'
import { importVerificationKey } from '../keys/import-public.js'
import { claimsOf, readStatement } from '../statement/read-statement.js'
import { type VerifiedStatement, verifyStatement } from '../statement/verify-statement.js'
import type { OfficerCredential } from './officer-credential.js'
import { SecurityKeyClaim } from './security-key-claim.js'

/**
 * Verifies what an officer says of a security key, under the key that their authority vouches for. When it was said is
 * not judged: a security key stays whose it is.
 *
 * @param officerOf - the credential of the officer whose key is named, already verified; undefined: there is none.
 * @throws {@link CryptoError} `directory/security-key` if it is no such claim, of an officer who is not known or of another
 *   authority, or names a key that is not to be used; `statement/…`.
 */
export async function verifySecurityKeyClaim(
  statement: string,
  officerOf: (kid: string) => OfficerCredential | undefined,
): Promise<VerifiedStatement<SecurityKeyClaim>> {
  const read = await readStatement(statement)
  const claimed = claimsOf(read, SecurityKeyClaim)
  const officer = claimed && officerOf(claimed.kid)
  if (officer === undefined) throw refused('not a security key of an officer who is known')
  const claim = await verifyStatement(read, {
    typ: 'rogatory-security-key',
    key: await importVerificationKey(officer.key),
    payload: SecurityKeyClaim,
  })
  if (claim.payload.authority !== officer.authority) throw refused('made for another authority')
  await importVerificationKey(claim.payload.securityKey.key).catch((cause: unknown) => {
    throw refused('a key that is not to be used', cause)
  })
  return claim
}

const refused = (message: string, cause?: unknown) =>
  new CryptoError('directory/security-key', message, { cause })
