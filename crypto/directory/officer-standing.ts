import { CryptoError } from '../errors.js'
import type { VerifiedStatement } from '../statement/verify-statement.js'
import type { Revocation } from './revocation.js'
import type { VerifiedCredential } from './verify-credential.js'

/**
 * Refuses an officer whose key was revoked at or before a moment. What was done earlier stays proved.
 *
 * @param revocations - verified; those of other authorities and keys are of no concern here.
 * @param at - when the act was observed, or attested by a time-stamp: never the moment that whoever
 *   holds the key declares.
 * @throws {@link CryptoError} `directory/revoked`
 */
export function officerStanding(
  { payload }: VerifiedCredential,
  revocations: readonly VerifiedStatement<Revocation>[],
  at: Date,
): void {
  const revoked = revocations.some(
    ({ payload: { authority, kid, since } }) =>
      authority === payload.authority && kid === payload.kid && new Date(since) <= at,
  )
  if (revoked) {
    throw new CryptoError('directory/revoked', 'the officer’s key was revoked at that moment')
  }
}
