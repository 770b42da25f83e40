import { type AuthorityKeys, removeOfficer } from './remove-officer.js'
import { revokeKey } from './revoke-key.js'
import type { Session } from '../session/session.js'

/**
 * Revokes an officer's key that somebody else may have had since a moment. Of another officer the vault is
 * closed to the key as well, and senders seal to a new one, without overlap. Of one's own only the revocation
 * is published, since the access ends with it: another administrator asks the same again for the rest.
 *
 * @returns whether the vault is closed to the key.
 * @throws as `revokeKey` and `removeOfficer`
 */
export async function revokeCompromised(
  session: Session,
  keys: AuthorityKeys,
  kid: string,
  since: Date,
): Promise<{ readonly vault: boolean }> {
  const order = { reason: 'compromised', since } as const
  const isOwn = kid === session.officer.credential.payload.kid
  if (isOwn) await revokeKey(session, keys.credentialsKey, { kid, ...order })
  else await removeOfficer(session, keys, { who: kid, ...order, overlapMs: 0 })
  return { vault: !isOwn }
}
