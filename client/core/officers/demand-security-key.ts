import type { OfficerCredential } from '#crypto/directory/officer-credential.js'
import type { SecurityKeyClaim } from '#crypto/directory/security-key-claim.js'
import { verifySecurityKeyClaim } from '#crypto/directory/verify-security-key-claim.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { ClientError } from '../client-error.js'
import type { Session } from '../session/session.js'
import { listOfficers } from './list-officers.js'
import { vouchAnew } from './vouch-anew.js'

type Demanded = Pick<SecurityKeyClaim, 'declared' | 'securityKey'> & {
  readonly officer: OfficerCredential
}

/**
 * Enters a security key in the credential of the officer who says that it is theirs: from then on each of their sessions
 * begins with one that is entered. Asked again, it does nothing.
 *
 * @param credentialsKey - the authority's, which vouches.
 * @param claim - `rogatory-security-key`, as the officer has handed it over.
 * @param origin - of the relay, for whose host the key has to be made.
 * @returns whose it is, which, and when its holder has said so.
 * @throws CryptoError `directory/security-key`, `statement/…`, `directory/credential` for a ninth; ClientError `usage`;
 *   RelayProblem
 */
export async function demandSecurityKey(
  session: Session,
  credentialsKey: SigningKey,
  claim: string,
  origin: string,
): Promise<Demanded> {
  const members = await listOfficers(session)
  const active = (kid: string) =>
    members.find(({ standing, claims }) => standing === 'active' && claims.kid === kid)?.claims
  const { payload } = await verifySecurityKeyClaim(claim, active)
  const { kid, securityKey, declared } = payload
  const { hostname } = new URL(origin)
  if (securityKey.rpId !== hostname) {
    throw new ClientError(
      'usage',
      `the security key was bound at ${securityKey.rpId}, and the relay is ${hostname}`,
      'Let the officer bind it in the web client of this relay, and hand over what is saved there.',
    )
  }
  const officer = active(kid)
  if (officer === undefined) throw new TypeError('it was verified under this credential')
  await vouchAnew(session, credentialsKey, kid, ({ securityKeys = [], ...rest }) =>
    securityKeys.some(({ credential }) => credential === securityKey.credential)
      ? undefined
      : { ...rest, securityKeys: [...securityKeys, securityKey] },
  )
  return { officer, securityKey, declared }
}
