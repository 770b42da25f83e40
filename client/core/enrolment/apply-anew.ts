import { digestOf } from '#crypto/bytes/sha256.js'
import { signApplication } from '#crypto/directory/application.js'
import { spokenFingerprint } from '#crypto/directory/spoken-fingerprint.js'
import type { Identity } from '#crypto/pki/identity.js'
import { ClientError } from '../client-error.js'
import type { Session } from '../session/session.js'
import { readInvitation } from './read-invitation.js'

/**
 * Asks the operator to approve a certificate under another root than the entry's: an authority of the directory applies
 * anew, by an invitation of its own. Once it is approved, the certificate can be installed.
 *
 * @param identity - with the certificate that is to be approved; its key signs.
 * @returns the application's digest, and what to read out to the operator.
 * @throws {@link ClientError} `usage` for an invitation that is none or is another authority's; RelayProblem `invitation-…`
 */
export async function applyAnew(
  { officer, platform, relay }: Session,
  identity: Identity,
  invitation: string,
): Promise<{ readonly application: string; readonly fingerprint: string }> {
  const { authority } = await readInvitation(invitation)
  if (authority !== officer.authority) {
    throw new ClientError(
      'usage',
      `${authority} is invited, not ${officer.authority}`,
      'Ask the operator for another invitation.',
    )
  }
  const chain = identity.chain.map(({ x5c }) => x5c)
  const claims = {
    authority,
    invitation: await digestOf(invitation),
    identity: { kind: 'certificate' as const, chain },
    declared: platform.now().toISOString(),
  }
  const application = await signApplication(claims, identity.key)
  await relay.call('applyForEnrolment', { body: { invitation, application } })
  const digest = await digestOf(application)
  return { application: digest, fingerprint: spokenFingerprint(digest) }
}
