import type { DutyRoster, DutyShift } from '#crypto/duty/duty-roster.js'
import { signRoster } from '#crypto/duty/roster-statement.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { OfficerId } from '#crypto/fields/fields.js'
import { clockTargets } from '#server/domain/clocks/clock-targets.js'
import { ringClock } from '#server/domain/clocks/ring-clock.js'
import { addressesOf } from '#server/domain/duty/addresses-of.js'
import { callWebhook } from '#server/domain/duty/call-webhook.js'
import { deliverNotice } from '#server/domain/duty/deliver-notice.js'
import { judgeDuty } from '#server/domain/duty/judge-duty.js'
import type { MailMessage } from '#server/domain/duty/mail.js'
import { sendNotice } from '#server/domain/duty/send-notice.js'
import type { WebhookCall } from '#server/domain/duty/webhooks.js'
import { giveNotice } from '#server/domain/notices/give-notice.js'
import { callerOf, fakeRelay, PAUSE_MS, steps } from './fake-relay.js'
import { rosterOf } from './sample-roster.js'
import { sampleSubmission } from './sample-submission.js'
import { after, NOW } from './world/moments.js'

const MINUTES = 60
const [ann, ben, cleo, dan] = [1, 2, 3, 4].map((n) =>
  OfficerId.parse(`019b76da-a800-7000-8000-00000000000${n}`),
) as [OfficerId, OfficerId, OfficerId, OfficerId]
const DAYS = [1, 2, 3, 4, 5, 6, 7]
const shift = (from: string, to: string, zone: string, officer: OfficerId): DutyShift => ({
  zone,
  days: DAYS,
  from,
  to,
  first: null,
  last: null,
  officers: [officer],
})
/** NOW is 09:00 in UTC: Ann's hours in Vienna end at 09:20 UTC, when Ben's in New York begin. */
const SHIFTS = [
  shift('06:00', '10:20', 'Europe/Vienna', ann),
  shift('04:20', '12:00', 'America/New_York', ben),
]

/** An urgent package is submitted to an authority whose alerts go to a mail server of the test's own. */
export async function alerted(
  urgency: 'emergency' | 'routine' = 'emergency',
  { hasMail = true }: { readonly hasMail?: boolean } = {},
) {
  const relay = await fakeRelay()
  const sent: MailMessage[] = []
  let refuse: (message: MailMessage) => Error | undefined = () => undefined
  const send = async (message: MailMessage) => {
    await Promise.resolve()
    const error = refuse(message)
    if (error !== undefined) throw error
    sent.push(message)
  }
  const called: WebhookCall[] = []
  let answer: (call: WebhookCall) => Error | undefined = () => undefined
  const webhooks = {
    async call(one: WebhookCall) {
      await Promise.resolve()
      const error = answer(one)
      if (error !== undefined) throw error
      called.push(one)
    },
  }
  const ports = {
    ...relay,
    callWebhook: callWebhook({ ...relay, webhooks }),
    sendNotice: sendNotice({ ...relay, giveNotice: giveNotice(relay) }),
    escalationMs: [15, 30, 60].map((minutes) => minutes * MINUTES * 1000),
    pauseMs: PAUSE_MS,
    hasMail,
    mail: hasMail ? { send } : undefined,
    addressesOf: addressesOf({ ...relay, operatorEmail: undefined }),
  }
  const judge = judgeDuty(ports)
  const deliver = deliverNotice(ports)
  const ring = ringClock({ ...ports, clockTargets: clockTargets(ports) })
  const sample = await sampleSubmission(relay, { urgency })
  await relay.submit(callerOf(relay.drafter), sample.submission)

  /** Runs every job that is due, each twice at once, until none is left, as the workers do. */
  async function work() {
    for (let round = 0; round < 50; round++) {
      const now = relay.clock.now()
      const due = relay.jobs.filter(({ notBefore }) => (notBefore ?? now) <= now)
      for (const job of due) relay.jobs.splice(relay.jobs.indexOf(job), 1)
      if (due.length === 0) return
      // As the outbox has it: asked for twice is one job.
      const distinct = new Map(due.map((job) => [JSON.stringify([job.name, job.payload]), job]))
      for (const { name, payload } of distinct.values()) {
        const run = () => {
          if (name === 'receipts.consign') return relay.consign(payload as never)
          if (name === 'clocks.asked') return ring(payload as never)
          if (name === 'clocks.duty') return judge(payload as never)
          if (name === 'notifications.deliver') return deliver(payload as never)
          return Promise.resolve()
        }
        await Promise.all([run(), run()])
      }
    }
  }

  return {
    relay,
    sent,
    called,
    judge,
    deliver,
    ring,
    sample,
    work,
    /** What a webhook answers; undefined takes it. */
    answerWith(answers: (call: WebhookCall) => Error | undefined) {
      answer = answers
    },
    /** What the mail server says to a message; undefined takes it. */
    refuseWith(answer: (message: MailMessage) => Error | undefined) {
      refuse = answer
    },
    async onRoster(changes: Partial<DutyRoster> = {}) {
      const roster = rosterOf([ann, ben, cleo, dan], { shifts: SHIFTS, backup: [cleo], ...changes })
      const statement = await signRoster(roster, relay.registrar.key)
      await relay.rosters.replace({
        authority: relay.xb.id,
        version: roster.version,
        digest: await digestOf(statement),
        roster: statement,
        credential: relay.registrar.credential,
        keptAt: NOW,
      })
    },
    /** So many minutes after NOW all that is due by then is done. */
    async at(minutes: number) {
      relay.setClock(after(NOW, minutes * MINUTES))
      await work()
    },
    mailboxes: () => sent.map(({ to }) => to.join()),
    chain: () => steps(relay, sample.submission.header),
  }
}
