import { digestOf } from '#crypto/bytes/sha256.js'
import { type VerifiedApplication, verifyApplication } from '#crypto/directory/application.js'
import { type Decision, signDecision } from '#crypto/directory/decision.js'
import { signInquiry } from '#crypto/directory/inquiry.js'
import { Invitation, signInvitation, verifyInvitation } from '#crypto/directory/invitation.js'
import { isSpokenFingerprint } from '#crypto/directory/spoken-fingerprint.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import { CryptoError } from '#crypto/errors.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { issueCertificate } from '#crypto/pki/issue-certificate.js'
import type { VerifiedStatement } from '#crypto/statement/verify-statement.js'
import { ClientError } from './client-error.js'
import type { Operator } from './operator.js'
import { operatorsOwn } from './operators-own.js'
import type { Relay } from './ports.js'

/** An application as the operator has verified it, under an invitation of its own. */
export type WaitingEnrolment = {
  readonly invitation: VerifiedStatement<Invitation>
  readonly application: VerifiedApplication
}

const YEAR_MS = 365 * 24 * 3_600_000
/** A certificate begins a little earlier, so that no clock finds it in the future. */
const SKEW_MS = 5 * 60_000

/** Makes a one-time invitation, to be handed over outside the network. Nothing is sent. */
export const inviteAuthority = (
  { key, relay }: Operator,
  invited: { readonly authority: AuthorityId; readonly name: string },
  at: Date,
  validTo: Date,
): Promise<string> =>
  signInvitation(
    { ...invited, relay, declared: at.toISOString(), validTo: validTo.toISOString() },
    key,
  )

/** One that the relay shows and that does not verify, or not any more: it can be refused, not approved. */
export type DoubtfulEnrolment = {
  /** Digest of the application. */
  readonly digest: string
  /** Whom the operator has invited, if the invitation at least verifies. */
  readonly authority: AuthorityId | undefined
  readonly code: string
  readonly message: string
}

/**
 * What waits for a decision. The relay's word is not taken for anything: invitation, application and the
 * proof of its key are verified here. One that does not verify, as when the certificate presented has run
 * out while it waited, is told apart and keeps no other from being decided; so is an application of another
 * authority, or under another invitation, than the relay shows it with (`enrolment-untrusted`).
 */
export async function waitingEnrolments(
  operator: Operator,
  relay: Relay,
  at: Date,
): Promise<{
  readonly waiting: readonly WaitingEnrolment[]
  readonly doubtful: readonly DoubtfulEnrolment[]
}> {
  const { key, trust } = operator
  const { id } = operator.relay
  const inquiry = await signInquiry({ relay: id, declared: at.toISOString() }, key)
  const { enrolments } = await relay.call('listEnrolments', { body: { inquiry } })
  const verify = operatorsOwn(operator, relay)
  const invitationOf = ({ invitation }: Given) => verify(invitation, INVITATION)
  const judged = await Promise.all(
    enrolments.map((given) =>
      judge(given, invitationOf, trust, at).catch(doubt(given, invitationOf)),
    ),
  )
  return {
    waiting: judged.filter((one) => 'invitation' in one),
    doubtful: judged.filter((one) => 'code' in one),
  }
}

type Given = { readonly invitation: string; readonly application: string }

const INVITATION = {
  typ: 'rogatory-invitation',
  payload: Invitation,
  byEntry: verifyInvitation,
} as const
type InvitationOf = (given: Given) => Promise<VerifiedStatement<Invitation>>

async function judge(
  given: Given,
  invitationOf: InvitationOf,
  trust: TrustList,
  at: Date,
): Promise<WaitingEnrolment> {
  const invitation = await invitationOf(given)
  const application = await verifyApplication(given.application, trust, at)
  const { authority } = invitation.payload
  const { payload } = application
  if (payload.authority !== authority || payload.invitation !== invitation.digest) {
    throw new ClientError(
      'enrolment-untrusted',
      `the relay shows an application of ${payload.authority} under another invitation`,
      'Decide nothing. Find out what has become of the relay.',
    )
  }
  return { invitation, application }
}

const doubt =
  (given: Given, invitationOf: InvitationOf) =>
  async (error: unknown): Promise<DoubtfulEnrolment> => {
    if (!(error instanceof CryptoError) && !(error instanceof ClientError)) throw error
    const invitation = await invitationOf(given).catch(() => undefined)
    return {
      digest: await digestOf(given.application),
      authority: invitation?.payload.authority,
      code: error.code,
      message: error.message,
    }
  }

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
): Promise<void> => decide(operator, application, { outcome: 'refused', reason }, relay, at)

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
    notBefore: new Date(at.getTime() - SKEW_MS),
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
