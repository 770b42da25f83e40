import { expect } from 'chai'
import type { DutyRoster, DutyShift } from '#crypto/duty/duty-roster.js'
import { signRoster } from '#crypto/duty/roster-statement.js'
import { OfficerId } from '#crypto/fields/fields.js'
import { addressesOf } from '#server/domain/duty/addresses-of.js'
import { deliverNotice } from '#server/domain/duty/deliver-notice.js'
import { judgeDuty } from '#server/domain/duty/judge-duty.js'
import { MailRefused, type MailMessage } from '#server/domain/duty/mail.js'
import { sendNotice } from '#server/domain/duty/send-notice.js'
import { giveNotice } from '#server/domain/give-notice.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { callerOf, type FakeRelay, fakeRelay, steps } from '#test/support/fake-relay.js'
import { Outage } from '#test/support/fake-ports.js'
import {
  type SampleSubmission,
  sampleReceipt,
  sampleSubmission,
} from '#test/support/sample-submission.js'
import { rosterOf } from '#test/support/sample-roster.js'
import { after, NOW } from '#test/support/world/moments.js'

const MINUTES = 60
const [ann, ben, cleo, dan] = [1, 2, 3, 4].map((n) =>
  OfficerId.parse(`019b76da-a800-7000-8000-00000000000${n}`),
) as [OfficerId, OfficerId, OfficerId, OfficerId]
const DAYS = [1, 2, 3, 4, 5, 6, 7]
const shift = (from: string, to: string, zone: string, officer: OfficerId): DutyShift => ({
  ...{ zone, days: DAYS, from, to, first: null, last: null, officers: [officer] },
})
/** NOW is 09:00 in UTC: Ann's hours in Vienna end at 09:20 UTC, when Ben's in New York begin. */
const SHIFTS = [
  shift('06:00', '10:20', 'Europe/Vienna', ann),
  shift('04:20', '12:00', 'America/New_York', ben),
]

describe('alerts to duty officers', () => {
  let relay: FakeRelay
  let sent: MailMessage[]
  let refuse: (message: MailMessage) => Error | undefined
  let judge: ReturnType<typeof judgeDuty>
  let deliver: ReturnType<typeof deliverNotice>
  let sample: SampleSubmission

  async function begin(urgency: 'emergency' | 'routine' = 'emergency') {
    relay = await fakeRelay()
    sent = []
    refuse = () => undefined
    const send = async (message: MailMessage) => {
      await Promise.resolve()
      const error = refuse(message)
      if (error !== undefined) throw error
      sent.push(message)
    }
    const ports = {
      ...relay,
      sendNotice: sendNotice({ ...relay, giveNotice: giveNotice(relay) }),
      escalationMs: [15, 30, 60].map((minutes) => minutes * MINUTES * 1000),
      hasMail: true,
      mail: { send },
      addressesOf: addressesOf({ ...relay, operatorEmail: undefined }),
    }
    judge = judgeDuty(ports)
    deliver = deliverNotice(ports)
    sample = await sampleSubmission(relay, { urgency })
    await relay.submit(callerOf(relay.drafter), sample.submission)
  }
  beforeEach(() => begin())

  async function onRoster(changes: Partial<DutyRoster> = {}) {
    const roster = rosterOf([ann, ben, cleo, dan], { shifts: SHIFTS, backup: [cleo], ...changes })
    const statement = await signRoster(roster, relay.registrar.key)
    await relay.rosters.replace({
      ...{ authority: relay.xb.id, version: 1, digest: await digestOf(statement) },
      ...{ roster: statement, credential: relay.registrar.credential, keptAt: NOW },
    })
  }
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
          if (name === 'clocks.duty') return judge(payload as never)
          if (name === 'notifications.deliver') return deliver(payload as never)
          return Promise.resolve()
        }
        await Promise.all([run(), run()])
      }
    }
  }
  async function at(minutes: number) {
    relay.setClock(after(NOW, minutes * MINUTES))
    await work()
  }
  const mailboxes = () => sent.map(({ to }) => to.join())
  const chain = () => steps(relay, sample.submission.header)

  it('goes along the roster after 15, 30 and 60 minutes, across zones and a change of shift', async () => {
    await onRoster()
    await at(0)
    expect(mailboxes()).to.deep.equal(['duty1@xb.example'])
    await at(14.9)
    expect(sent).to.have.length(1)
    await at(15)
    expect(mailboxes().at(-1)).to.equal('duty3@xb.example')
    // Ben in New York has come on duty meanwhile.
    await at(30)
    expect(mailboxes().at(-1)).to.equal('duty2@xb.example')
    await at(60)
    expect(mailboxes().at(-1)).to.equal('duty4@xb.example')
    for (let hour = 2; hour < 48; hour++) await at(hour * 60)
    expect(sent).to.have.length(4)
    expect(await chain()).to.deep.equal(['A.1', 'D.1/xb.pgo', 'D.3/xb.pgo'])
    const notices = await relay.notices.newest(relay.xb.id, 'duty.alert', 99)
    expect(notices).to.have.length(4)
  })

  it('ends with a receipt, and a mail that is still to be sent is dropped', async () => {
    await onRoster()
    await at(0)
    refuse = () => new Outage('smtp is away')
    await at(15)
    await relay.acknowledge(
      callerOf(relay.registrar),
      sample.draft.package,
      await sampleReceipt(relay, sample),
    )
    refuse = () => undefined
    for (const minutes of [16, 20, 30, 60, 120]) await at(minutes)
    expect(mailboxes()).to.deep.equal(['duty1@xb.example'])
  })

  it('alerts nobody of a routine package', async () => {
    await begin('routine')
    await onRoster()
    for (const minutes of [0, 15, 30, 60]) await at(minutes)
    expect(sent).to.deep.equal([])
  })

  it('says in no mail who writes, what about, or which package it is', async () => {
    await onRoster()
    for (const minutes of [0, 15, 30, 60]) await at(minutes)
    const { package: id, case: of } = sample.draft
    for (const message of sent) {
      const text = JSON.stringify(message)
      for (const secret of [relay.xa.id, id, of, sample.header]) expect(text).not.to.contain(secret)
    }
    expect(new Set(sent.map(({ id: one }) => one)).size).to.equal(4)
  })

  it('states D.4 of each step that reaches nobody, then D.3 of the one that does', async () => {
    await onRoster()
    refuse = ({ to }) => (to[0] === 'duty2@xb.example' ? undefined : new MailRefused())
    for (const minutes of [0, 15, 30, 60]) await at(minutes)
    expect(await chain()).to.deep.equal([
      ...['A.1', 'D.1/xb.pgo', 'D.4/xb.pgo/duty-0', 'D.4/xb.pgo/duty-1', 'D.3/xb.pgo'],
    ])
  })

  it('states D.4 at once where nobody can be reached at all', async () => {
    await at(0)
    expect(await chain()).to.deep.equal(['A.1', 'D.1/xb.pgo', 'D.4/xb.pgo/duty-0'])
  })

  it('tries again while the mail server is away, and gives up after ten minutes', async () => {
    await onRoster()
    refuse = () => new Outage('smtp is away')
    await at(0)
    for (let seconds = 0; seconds < 5; seconds++) await at(seconds / 60)
    expect(await chain()).to.deep.equal(['A.1', 'D.1/xb.pgo'])
    refuse = () => undefined
    await at(0.5)
    expect(mailboxes()).to.deep.equal(['duty1@xb.example'])
    refuse = () => new Outage('smtp is away')
    for (let minutes = 15; minutes < 28; minutes += 0.5) await at(minutes)
    const [, second] = await relay.notices
      .newest(relay.xb.id, 'duty.alert', 99)
      .then((all) => all.toReversed())
    expect((await relay.deliveries.of(second?.id ?? '')).map(({ state }) => state)).to.deep.equal([
      'failed',
    ])
  })

  it('loses no alert and doubles no evidence, whichever effect a crash comes before or after', async () => {
    await onRoster()
    await relay.consign(sample)
    const about = { header: sample.header, recipient: relay.xb.id }
    relay.failAt(undefined)
    await judge(about)
    const calls = relay.calls()
    for (let call = 0; call < calls; call++) {
      for (const when of ['before', 'after'] as const) {
        await begin()
        await onRoster()
        await relay.consign(sample)
        relay.failAt({ call, when })
        await judge(about).catch((error: unknown) => expect(error).to.be.instanceOf(Outage))
        relay.failAt(undefined)
        await judge(about)
        await work()
        expect(mailboxes(), `${call} ${when}`).to.deep.equal(['duty1@xb.example'])
        expect(await chain()).to.deep.equal(['A.1', 'D.1/xb.pgo', 'D.3/xb.pgo'])
      }
    }
  })
})
