import type { Revocation } from '#crypto/directory/revocation.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import type { SigningKey } from '#crypto/keys/key.js'
import type { VerifiedStatement } from '#crypto/statement/verify-statement.js'
import { ClientError } from '../client-error.js'
import type { Session } from '../session/session.js'

type Order = {
  readonly kid: string
  readonly reason: Revocation['reason']
  /** From when on the key proves nothing. Left out: from now. */
  readonly since?: Date
}

/**
 * Revokes an officer's key of one's own authority. Where a revocation that reaches as far back stands
 * already, it is returned, and nothing is published.
 *
 * @throws RelayProblem `last-admin`; ClientError `usage` for a moment that has not come yet.
 */
export async function revokeKey(
  { relay, directory, officer, platform }: Session,
  credentialsKey: SigningKey,
  { kid, reason, since }: Order,
): Promise<VerifiedStatement<Revocation>> {
  const { authority } = officer
  const now = platform.now()
  if (since !== undefined && since > now) {
    throw new ClientError(
      'usage',
      'a key is not revoked ahead of time',
      'Name a moment in the past.',
    )
  }
  const standing = await find()
  if (standing !== undefined) return standing
  const revocation = await signRevocation(
    {
      authority,
      kid,
      since: (since ?? now).toISOString(),
      reason,
      declared: now.toISOString(),
    },
    credentialsKey,
  )
  await relay.call('publishRevocation', { body: { revocation } })
  directory.forget(authority)
  const published = await find()
  if (published !== undefined) return published
  throw new ClientError(
    'directory-untrusted',
    'the relay took the revocation and does not show it',
    'Ask the relay’s operator, and tell your counterparts by another channel.',
  )

  async function find() {
    const latest = (since ?? now).toISOString()
    return (await directory.revocations(authority)).find(
      ({ payload }) => payload.kid === kid && payload.since <= latest,
    )
  }
}
