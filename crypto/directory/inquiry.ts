import { z } from 'zod'
import { checked } from '../fields/checked.js'
import { AuthorityId, Timestamp } from '../fields/fields.js'
import type { SigningKey } from '../keys/key.js'
import { signStatement } from '../statement/sign-statement.js'
import type { VerifiedStatement } from '../statement/verify-statement.js'
import { verifyOperatorStatement } from './operator-statement.js'
import type { VerifiedEntry } from './verify-entry.js'

/**
 * Payload of `rogatory-inquiry`: the operator asks its relay for what waits for a decision. Good for a
 * few minutes around `declared`, and only to read.
 */
export const Inquiry = z.strictObject({ relay: AuthorityId, declared: Timestamp })
export type Inquiry = z.infer<typeof Inquiry>

/** @throws {@link CryptoError} `directory/enrolment` if it is no inquiry. */
export async function signInquiry(inquiry: Inquiry, key: SigningKey): Promise<string> {
  const payload = checked(Inquiry, inquiry, 'directory/enrolment')
  return signStatement({ typ: 'rogatory-inquiry', payload, key })
}

/** @throws {@link CryptoError} `directory/key`, `directory/enrolment`, `statement/…`. */
export const verifyInquiry = (
  statement: string,
  relay: VerifiedEntry,
): Promise<VerifiedStatement<Inquiry>> =>
  verifyOperatorStatement(statement, relay, {
    typ: 'rogatory-inquiry',
    payload: Inquiry,
    code: 'directory/enrolment',
  })
