import { z } from 'zod'
import { verifyOperatorStatement } from '../directory/operator-statement.js'
import type { VerifiedEntry } from '../directory/verify-entry.js'
import { checked } from '../fields/checked.js'
import { AuthorityId, Timestamp } from '../fields/fields.js'
import type { SigningKey } from '../keys/key.js'
import { signStatement } from '../statement/sign-statement.js'
import type { VerifiedStatement } from '../statement/verify-statement.js'

/** Days after which content goes; null: it stays. */
const Days = z.number().int().min(1).max(36_500).nullable()

/**
 * Payload of `rogatory-retention`: how long a relay keeps the content of packages, by class.
 *
 * `routine`, `urgent` and `emergency` are packages of that urgency on which every recipient has an outcome
 * (C.3, C.4, C.5), counted from the last of these; `undecided` those that still lack one, counted from when
 * they could be delivered. Of what was rejected (A.2) the relay keeps nothing.
 *
 * Signed by an `operator` key of the relay's entry. Versions count from 1; the last one is in force.
 */
export const RetentionSchedule = z.strictObject({
  relay: AuthorityId,
  version: z.number().int().min(1).max(100_000),
  days: z.strictObject({
    routine: Days,
    urgent: Days,
    emergency: Days,
    undecided: Days,
  }),
  declared: Timestamp,
})
export type RetentionSchedule = z.infer<typeof RetentionSchedule>
export type RetentionClass = keyof RetentionSchedule['days']

/** @throws {@link CryptoError} `retention/statement` if it is no schedule. */
export async function signRetention(schedule: RetentionSchedule, key: SigningKey): Promise<string> {
  const payload = checked(RetentionSchedule, schedule, 'retention/statement')
  return signStatement({ typ: 'rogatory-retention', payload, key })
}

/** @throws {@link CryptoError} `directory/key`, `retention/statement`, `statement/…`. */
export const verifyRetention = (
  statement: string,
  relay: VerifiedEntry,
): Promise<VerifiedStatement<RetentionSchedule>> =>
  verifyOperatorStatement(statement, relay, {
    typ: 'rogatory-retention',
    payload: RetentionSchedule,
    code: 'retention/statement',
  })
