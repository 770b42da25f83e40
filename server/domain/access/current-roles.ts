import type { Role } from '#crypto/directory/officer-credential.js'
import type { KnownAuthority } from '../directory/known-authorities.js'
import type { DirectoryStore } from '../ports.js'
import { type VerifiedOfficer, verifyOfficer } from './verify-officer.js'

/**
 * The roles of a credential that was handed in with an act, as far as the newest one for the same key
 * grants them still. An older credential is good by itself until it ends: without this, whoever lost a
 * role would go on approving with what they once were given.
 *
 * @throws {@link Refusal} `statement-invalid`, `credential-revoked` when the newest one is not good.
 */
export async function currentRoles(
  directory: Pick<DirectoryStore, 'findCredential'>,
  authority: KnownAuthority,
  { digest, payload: { kid, roles } }: VerifiedOfficer,
  at: Date,
): Promise<readonly Role[]> {
  const kept = await directory.findCredential(kid)
  if (kept === undefined || kept.digest === digest) return roles
  const newest = await verifyOfficer(authority, kept.statement, at)
  return roles.filter((role) => newest.payload.roles.includes(role))
}
