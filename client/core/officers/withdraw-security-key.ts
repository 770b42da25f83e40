import type { SigningKey } from '#crypto/keys/key.js'
import { ClientError } from '../client-error.js'
import type { Session } from '../session/session.js'
import { listOfficers, memberNamed } from './list-officers.js'
import { vouchAnew } from './vouch-anew.js'

type Withdrawal = {
  /** Name, id or key of the officer. */
  readonly who: string
  /** In base64url, or how it begins where that tells it from the others. */
  readonly credential: string
  /** That none may be left: then the officer signs in without one. */
  readonly endsDemand: boolean
}

/**
 * Takes a security key from an officer's credential, as when it is lost: sessions that it has begun end.
 *
 * @param credentialsKey - the authority's, which vouches.
 * @returns the name of the officer, and how many are left.
 * @throws ClientError `officer-unknown`; `usage` for a key that is not there or is not told from others, and for the last
 *   one unless that is meant; RelayProblem
 */
export async function withdrawSecurityKey(
  session: Session,
  credentialsKey: SigningKey,
  { who, credential: wanted, endsDemand }: Withdrawal,
): Promise<{ readonly name: string; readonly left: number }> {
  const { claims } = memberNamed(await listOfficers(session), who)
  const { securityKeys = [], ...rest } = claims
  const isExact = securityKeys.some(({ credential }) => credential === wanted)
  const left = securityKeys.filter(({ credential }) =>
    isExact ? credential !== wanted : wanted === '' || !credential.startsWith(wanted),
  )
  if (securityKeys.length - left.length !== 1) {
    throw new ClientError(
      'usage',
      `${claims.name} has no security key ${wanted}, or several that begin so`,
      'Name it as it is listed: rogatory officer security-keys list',
    )
  }
  if (left.length === 0 && !endsDemand) {
    throw new ClientError(
      'usage',
      `it is the last one: without it ${claims.name} signs in with the passphrase alone`,
      'Add another one first; or say with --last that none is demanded any more.',
    )
  }
  await vouchAnew(session, credentialsKey, {
    ...rest,
    ...(left.length > 0 && { securityKeys: left }),
  })
  return { name: claims.name, left: left.length }
}
