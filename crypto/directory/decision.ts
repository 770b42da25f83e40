import { z } from 'zod'
import { checked } from '../fields/checked.js'
import { AuthorityId, Digest, text, Timestamp } from '../fields/fields.js'
import type { SigningKey } from '../keys/key.js'
import { signStatement } from '../statement/sign-statement.js'
import type { VerifiedStatement } from '../statement/verify-statement.js'
import { verifyOperatorStatement } from './operator-statement.js'
import type { VerifiedEntry } from './verify-entry.js'

const about = { authority: AuthorityId, application: Digest, declared: Timestamp }

/**
 * Payload of `rogatory-decision`: what the operator has decided about one application.
 *
 * Signed by an `operator` key of the relay's entry. `chain` is the certificate that the authority is to
 * use, its issuers after it, without the root: the one issued, or the one presented.
 */
export const Decision = z.discriminatedUnion('outcome', [
  z.strictObject({
    ...about,
    outcome: z.literal('approved'),
    chain: z.array(z.string().min(1).max(32_768)).min(1).max(4),
  }),
  z.strictObject({ ...about, outcome: z.literal('refused'), reason: text(500) }),
])
export type Decision = z.infer<typeof Decision>

/** @throws {@link CryptoError} `directory/enrolment` if it is no decision. */
export async function signDecision(decision: Decision, key: SigningKey): Promise<string> {
  const payload = checked(Decision, decision, 'directory/enrolment')
  return signStatement({ typ: 'rogatory-decision', payload, key })
}

/**
 * Verifies a decision by the relay's entry: the relay, without its operator's key, cannot make one.
 *
 * @throws {@link CryptoError} `directory/key`, `directory/enrolment`, `statement/…`.
 */
export const verifyDecision = (
  statement: string,
  relay: VerifiedEntry,
): Promise<VerifiedStatement<Decision>> =>
  verifyOperatorStatement(statement, relay, {
    typ: 'rogatory-decision',
    payload: Decision,
    code: 'directory/enrolment',
  })
