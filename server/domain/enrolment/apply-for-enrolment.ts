import {
  Application,
  type VerifiedApplication,
  verifyApplication,
} from '#crypto/directory/application.js'
import { type Invitation, verifyInvitation } from '#crypto/directory/invitation.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { VerifiedStatement } from '#crypto/statement/verify-statement.js'
import type { EnrolmentRecord } from '../../contract/wire.js'
import { acceptStatement, type AcceptancePorts } from '../directory/accept-statement.js'
import type { CertificateStatus } from '../directory/certificate-status.js'
import { onceByOperator } from '../directory/once-by-operator.js'
import type { EnrolmentStore, StoredEnrolment } from './enrolment-store.js'
import { Refusal } from '../errors.js'
import { orInvalid } from '../or-invalid.js'
import type { RelayIdentity } from '../relay-identity.js'
import { requireClock } from '../require-clock.js'

type Ports = AcceptancePorts & {
  readonly enrolments: EnrolmentStore
  readonly relay: RelayIdentity
  readonly status: CertificateStatus
}
export type ApplyForEnrolment = ReturnType<typeof applyForEnrolment>

/**
 * Takes an application for enrolment. Nothing is kept that no invitation of the operator speaks for, and
 * an invitation is good for one application: strangers cannot fill anything.
 *
 * That the operator invited somebody is evidence from then on: X.7.
 *
 * The same application again is answered with what has become of it, after the invitation's end too.
 *
 * A certificate whose status the trust list demands and no responder tells is refused, to be presented again.
 *
 * @throws {@link Refusal} `statement-invalid`; `invitation-invalid` for one of another relay, authority or
 *   application; `invitation-used`, `invitation-expired`, `clock-skewed`; `entry-conflict` if the
 *   authority is in the directory already and presents no certificate.
 */
export function applyForEnrolment(ports: Ports) {
  const { enrolments, authorities, relay, clock, status } = ports

  return async (given: {
    readonly invitation: string
    readonly application: string
  }): Promise<EnrolmentRecord> => {
    const now = clock.now()
    const invitation = await onceByOperator('invitation', ports, given.invitation, verifyInvitation)
    // Only now: responders are asked on nobody's word but the operator's.
    const trust = await status.trustFor(await presentedChain(given.application))
    const application = await orInvalid(
      'application',
      verifyApplication(given.application, trust, now),
    )
    requireInvited(application, invitation, relay)
    const before = await enrolments.findByInvitation(invitation.digest)
    if (before !== undefined) {
      const same = sameOr(before, application)
      await acceptStatement(ports, invitation, `invitation/${invitation.digest}`)
      return asRecord(same)
    }

    const { validTo, authority } = invitation.payload
    if (now > new Date(validTo)) throw new Refusal('invitation-expired', `it ended at ${validTo}`)
    requireClock('the application', application.payload.declared, now)
    // Whoever is in the directory is approved again for a certificate under another root only.
    const isPresented = application.payload.identity.kind === 'certificate'
    if (!isPresented && (await authorities.of(authority, 'now')) !== undefined) {
      throw new Refusal('entry-conflict', `${authority} is in the directory already`)
    }
    const kept = await enrolments.keep({
      digest: application.digest,
      authority,
      invitationDigest: invitation.digest,
      invitation: given.invitation,
      application: given.application,
      keptAt: now,
    })
    const same = sameOr(kept, application)
    await acceptStatement(ports, invitation, `invitation/${invitation.digest}`)
    return asRecord(same)
  }
}

/** The certificates that an application claims to present: read, not believed. */
async function presentedChain(application: string): Promise<readonly string[]> {
  const read = await orInvalid('application', readStatement(application))
  const claimed = Application.safeParse(read.payload)
  return claimed.success && claimed.data.identity.kind === 'certificate'
    ? claimed.data.identity.chain
    : []
}

function requireInvited(
  { payload }: VerifiedApplication,
  invitation: VerifiedStatement<Invitation>,
  relay: RelayIdentity,
): void {
  const { authority, relay: invitedTo } = invitation.payload
  if (invitedTo.id !== relay.id) {
    throw new Refusal('invitation-invalid', `it is an invitation to ${invitedTo.id}`)
  }
  if (payload.authority !== authority) {
    throw new Refusal('invitation-invalid', `${authority} is invited, not ${payload.authority}`)
  }
  if (payload.invitation !== invitation.digest) {
    throw new Refusal('invitation-invalid', 'the application names another invitation')
  }
}

function sameOr(kept: StoredEnrolment, { digest }: VerifiedApplication): StoredEnrolment {
  if (kept.digest === digest) return kept
  throw new Refusal('invitation-used', 'another application has used this invitation')
}

export const asRecord = ({ application, decision }: StoredEnrolment): EnrolmentRecord => ({
  application,
  decision,
})
