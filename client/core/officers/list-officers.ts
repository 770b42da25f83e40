import { OfficerCredential } from '#crypto/directory/officer-credential.js'
import { verifyCredential } from '#crypto/directory/verify-credential.js'
import { CryptoError } from '#crypto/errors.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { ClientError } from '../client-error.js'
import type { Session } from '../session/session.js'

/** An officer's key, as the authority's own signatures tell: never as the relay does. */
export type Member = {
  readonly statement: string
  /** Of the key that vouches. */
  readonly vouchedBy: string
  readonly claims: OfficerCredential
  /** `unverified`: not vouched for now, as when it has run out or the key that signed it has. */
  readonly standing: 'active' | 'revoked' | 'unverified'
}

/**
 * The officers of the session's own authority. Only who is `active` may be sealed to: a relay can show
 * what it likes, and nobody it made up verifies.
 */
export async function listOfficers({
  relay,
  directory,
  officer,
  platform,
}: Session): Promise<readonly Member[]> {
  const { authority } = officer
  const [{ officers }, entry, revocations] = await Promise.all([
    relay.call('listOfficers'),
    directory.current(authority),
    directory.revocations(authority),
  ])
  const now = platform.now()
  const members = officers.map(async ({ statement }): Promise<Member> => {
    const { payload, kid: vouchedBy } = await readStatement(statement)
    const claims = OfficerCredential.parse(payload)
    const isRevoked = revocations.some(
      ({ payload: { kid, since } }) => kid === claims.kid && new Date(since) <= now,
    )
    const isVerified = await verifyCredential(statement, entry, now).then(() => true, refusedOnly)
    const standing = isRevoked ? 'revoked' : isVerified ? 'active' : 'unverified'
    return { statement, vouchedBy, claims, standing }
  })
  return Promise.all(members)
}

function refusedOnly(error: unknown): false {
  if (error instanceof CryptoError) return false
  throw error
}

/**
 * The member with that key, or of that name or id; of several keys the one that is active.
 *
 * @throws ClientError `officer-unknown`
 */
export function memberNamed(members: readonly Member[], who: string): Member {
  const named = members.filter(({ claims }) =>
    [claims.kid, claims.officer, claims.name].includes(who),
  )
  const active = named.filter(({ standing }) => standing === 'active')
  const [found, ...others] = active.length > 0 ? active : named
  if (found !== undefined && others.length === 0) return found
  throw new ClientError(
    'officer-unknown',
    found === undefined ? `your authority has no officer ${who}` : `several keys are of ${who}`,
    'Name the key: rogatory officer list',
  )
}

/** An officer's name; the id of one whom the authority does not know any more. */
export const nameOfOfficer = (members: readonly Member[], id: string): string =>
  members.find(({ claims }) => claims.officer === id)?.claims.name ?? id
