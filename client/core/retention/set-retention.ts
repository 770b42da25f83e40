import {
  RetentionSchedule,
  signRetention,
  verifyRetention,
} from '#crypto/retention/retention-schedule.js'
import type { VerifiedStatement } from '#crypto/statement/verify-statement.js'
import type { Operator } from '../operations/operator.js'
import { operatorsOwn } from '../operations/operators-own.js'
import type { Relay } from '../ports.js'

export type Schedule = VerifiedStatement<RetentionSchedule>

/**
 * The schedule of retention in force, as the operator signed it, also under a key that was changed since.
 *
 * @throws CryptoError as {@link operatorsOwn}, for one that somebody else signed.
 */
export async function currentRetention(
  operator: Pick<Operator, 'key' | 'relay' | 'trust'>,
  relay: Relay,
): Promise<Schedule | undefined> {
  const { schedules } = await relay.call('listSchedules', {})
  const newest = schedules.at(-1)
  return (
    newest &&
    operatorsOwn(operator, relay)(newest.statement, {
      typ: 'rogatory-retention',
      payload: RetentionSchedule,
      byEntry: verifyRetention,
    })
  )
}

/**
 * Sets how long content is kept; what is not named stays as it is. Deletion begins with the relay's next
 * round, and what it deletes nobody brings back.
 *
 * @returns what is in force now, and the digest of the evidence X.5.
 * @throws RelayProblem `entry-conflict` if somebody else was faster.
 */
export async function setRetention(
  operator: Pick<Operator, 'key' | 'relay' | 'trust'>,
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
