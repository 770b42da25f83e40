import { type Decision, verifyDecision } from '#crypto/directory/decision.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import { verifyTrustedChain } from '#crypto/directory/verify-trusted-chain.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { EnrolmentRecord } from '../../contract/wire.js'
import { acceptStatement, type AcceptancePorts } from '../directory/accept-statement.js'
import { asRecord } from './apply-for-enrolment.js'
import { byOperator } from '../directory/by-operator.js'
import type { CertificateStatus } from '../directory/certificate-status.js'
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
export type DecideEnrolment = ReturnType<typeof decideEnrolment>

/**
 * Keeps the operator's decision about an application. The first one stands; a later one of the same
 * outcome, as after a lost answer, is answered with it. An approved certificate is for the key that
 * applied. Approval and refusal are evidence: X.8.
 *
 * @throws {@link Refusal} `statement-invalid`, `enrolment-unknown`, `enrolment-decided`; `clock-skewed` but for one that is kept
 */
export function decideEnrolment(ports: Ports) {
  const { enrolments, clock, status } = ports

  return async ({
    decision: statement,
  }: {
    readonly decision: string
  }): Promise<EnrolmentRecord> => {
    const now = clock.now()
    const { payload } = await byOperator('decision', ports, now, (entry) =>
      verifyDecision(statement, entry),
    )
    const known = await enrolments.find(payload.application)
    if (known?.authority !== payload.authority) {
      throw new Refusal('enrolment-unknown', 'no such application of that authority')
    }
    if (known.decision !== statement) requireClock('the decision', payload.declared, now)
    if (payload.outcome === 'approved') {
      await requireSameKey(payload, known, await status.trustFor(payload.chain), now)
    }
    const certificate = payload.outcome === 'approved' ? (payload.chain[0] ?? null) : null
    const kept = await enrolments.decide(known.digest, { decision: statement, certificate })
    const outcome = kept?.certificate == null ? 'refused' : 'approved'
    if (kept === undefined || outcome !== payload.outcome) {
      throw new Refusal('enrolment-decided', `the application was ${outcome} before`)
    }
    await state(kept)
    return asRecord(kept)
  }

  /** The decision that stands, which after a lost answer is an earlier one. */
  async function state({ authority, digest: application, decision }: StoredEnrolment) {
    if (decision === null) throw new TypeError(`enrolments: ${application} is not decided`)
    const { digest, typ } = await readStatement(decision)
    const verified = { digest, typ, statement: decision, payload: { authority } }
    await acceptStatement(ports, verified, `decision/${application}`)
  }
}

async function requireSameKey(
  { chain, authority }: Extract<Decision, { outcome: 'approved' }>,
  { application }: StoredEnrolment,
  trust: TrustList,
  at: Date,
): Promise<void> {
  const { kid } = await readStatement(application)
  const check = verifyTrustedChain(chain, trust, { party: authority, at })
  const { key } = await orInvalid('decision', check)
  if (key.kid === kid) return
  throw new Refusal('statement-invalid', 'decision: the certificate is for another key')
}
