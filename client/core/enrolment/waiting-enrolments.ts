import { digestOf } from '#crypto/bytes/sha256.js'
import { type VerifiedApplication, verifyApplication } from '#crypto/directory/application.js'
import { signInquiry } from '#crypto/directory/inquiry.js'
import { Invitation, verifyInvitation } from '#crypto/directory/invitation.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import { CryptoError } from '#crypto/errors.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import type { VerifiedStatement } from '#crypto/statement/verify-statement.js'
import { ClientError } from '../client-error.js'
import type { Operator } from '../operations/operator.js'
import { operatorsOwn } from '../operations/operators-own.js'
import type { Relay } from '../ports.js'

/** An application as the operator has verified it, under an invitation of its own. */
export type WaitingEnrolment = {
  readonly invitation: VerifiedStatement<Invitation>
  readonly application: VerifiedApplication
}

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
