import type { SecurityKey } from '#crypto/directory/security-key.js'
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
  let left = 0
  await vouchAnew(session, credentialsKey, claims.kid, ({ securityKeys = [], ...rest }) => {
    const named = only(securityKeys, wanted)
    if (named === undefined) throw notNamed(rest.name, wanted)
    const others = securityKeys.filter((key) => key !== named)
    left = others.length
    if (left === 0 && !endsDemand) throw lastOne(rest.name)
    return { ...rest, ...(left > 0 && { securityKeys: others }) }
  })
  return { name: claims.name, left }
}

/** The one that is named in full, else the only one that begins so. */
function only(keys: readonly SecurityKey[], wanted: string): SecurityKey | undefined {
  const exact = keys.find(({ credential }) => credential === wanted)
  const [first, ...others] = keys.filter(({ credential }) => credential.startsWith(wanted))
  return exact ?? (wanted === '' || others.length > 0 ? undefined : first)
}

const notNamed = (name: string, wanted: string) =>
  new ClientError(
    'usage',
    `${name} has no security key ${wanted}, or several that begin so`,
    'Name it as it is listed: rogatory officer security-keys list',
  )

const lastOne = (name: string) =>
  new ClientError(
    'usage',
    `it is the last one: without it ${name} signs in with the passphrase alone`,
    'Add another one first; or say with --last that none is demanded any more.',
  )
