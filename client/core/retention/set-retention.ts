import { RetentionSchedule, signRetention } from '#crypto/retention/retention-schedule.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { type VerifiedStatement, verifyStatement } from '#crypto/statement/verify-statement.js'
import type { Operator } from '../decide-enrolment.js'
import type { Relay } from '../ports.js'

export type Schedule = VerifiedStatement<RetentionSchedule>

/**
 * The schedule of retention in force, as the operator signed it.
 *
 * @throws CryptoError `statement/…` for one that another key signed.
 */
export async function currentRetention(
  { key }: Pick<Operator, 'key'>,
  relay: Relay,
): Promise<Schedule | undefined> {
  const { schedules } = await relay.call('listSchedules', {})
  const newest = schedules.at(-1)
  return newest && verifyOwn(newest.statement, key)
}

/**
 * Sets how long content is kept; what is not named stays as it is. Deletion begins with the relay's next
 * round, and what it deletes nobody brings back.
 *
 * @returns what is in force now, and the digest of the evidence X.5.
 * @throws RelayProblem `entry-conflict` if somebody else was faster.
 */
export async function setRetention(
  operator: Pick<Operator, 'key' | 'relay'>,
  relay: Relay,
  changes: Partial<RetentionSchedule['days']>,
  at: Date,
): Promise<{ readonly schedule: RetentionSchedule; readonly evidence: string }> {
  const before = await currentRetention(operator, relay)
  const kept = { routine: null, urgent: null, emergency: null, undecided: null }
  const schedule: RetentionSchedule = {
    relay: operator.relay.id,
    version: (before?.payload.version ?? 0) + 1,
    days: { ...(before?.payload.days ?? kept), ...changes },
    declared: at.toISOString(),
  }
  const body = { schedule: await signRetention(schedule, operator.key) }
  const { evidence } = await relay.call('publishRetention', { body })
  return { schedule, evidence: evidence.digest }
}

const verifyOwn = (statement: string, key: SigningKey) =>
  verifyStatement(statement, { typ: 'rogatory-retention', key, payload: RetentionSchedule })
