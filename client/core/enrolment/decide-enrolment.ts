import { CLOCK_SKEW_MS, YEAR_MS } from '#crypto/clock/durations.js'
import { type Decision, signDecision } from '#crypto/directory/decision.js'
import type { Invitation } from '#crypto/directory/invitation.js'
import { isSpokenFingerprint } from '#crypto/directory/spoken-fingerprint.js'
import { type AuthorityId, plainText } from '#crypto/fields/fields.js'
import { issueCertificate } from '#crypto/pki/issue-certificate.js'
import { ClientError } from '../client-error.js'
import type { Operator } from '../operations/operator.js'
import type { Relay } from '../ports.js'
import type { WaitingEnrolment } from './waiting-enrolments.js'

/**
 * Approves an application whose fingerprint its authority has read out: issues its certificate from the
 * network's root, or accepts the one presented.
 *
 * @param fingerprint - as heard, not as shown here: that is what it is compared with.
 * @throws {@link ClientError} `fingerprint-mismatch`
 */
export async function approveEnrolment(
  operator: Operator,
  { invitation, application }: WaitingEnrolment,
  fingerprint: string,
  relay: Relay,
  at: Date,
): Promise<void> {
  if (!isSpokenFingerprint(fingerprint, application.digest)) {
    throw new ClientError(
      'fingerprint-mismatch',
      'that is not the fingerprint of this application',
      'Call the authority at a number you knew before, and compare again. If it differs again, refuse.',
    )
  }
  const { authority, name } = invitation.payload
  const { identity } = application.payload
  const chain =
    identity.kind === 'certificate'
      ? identity.chain
      : [await issued(operator, identity.request, { authority, name }, at)]
  const decided = { digest: application.digest, authority }
  await decide(operator, decided, { outcome: 'approved', chain }, relay, at)
}

/** An application as a decision names it. */
type Decided = { readonly digest: string; readonly authority: AuthorityId }

/** Refuses an application, one that does not verify too; the authority is told the reason. */
export const refuseEnrolment = (
  operator: Operator,
  application: Decided,
  reason: string,
  relay: Relay,
  at: Date,
): Promise<void> =>
  decide(operator, application, { outcome: 'refused', reason: plainText(reason) }, relay, at)

async function issued(
  { root }: Operator,
  request: string,
  { authority, name }: Pick<Invitation, 'authority' | 'name'>,
  at: Date,
): Promise<string> {
  const { x5c } = await issueCertificate(request, {
    party: authority,
    name,
    state: authority.slice(0, 2).toUpperCase(),
    role: 'authority',
    issuer: root,
    notBefore: new Date(at.getTime() - CLOCK_SKEW_MS),
    notAfter: new Date(at.getTime() + 2 * YEAR_MS),
  })
  return x5c
}

type Said<D = Decision> = D extends Decision
  ? Omit<D, 'authority' | 'application' | 'declared'>
  : never

async function decide(
  { key }: Operator,
  { digest, authority }: Decided,
  said: Said,
  relay: Relay,
  at: Date,
): Promise<void> {
  const about = { authority, application: digest, declared: at.toISOString() }
  const decision = await signDecision({ ...about, ...said }, key)
  await relay.call('decideEnrolment', { body: { decision } })
}
