import { expect } from 'chai'
import { digestOf } from '#crypto/bytes/sha256.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { PackageId } from '#crypto/fields/fields.js'
import { type HoldScope, signHold } from '#crypto/retention/legal-hold.js'
import { type RetentionSchedule, signRetention } from '#crypto/retention/retention-schedule.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { BlobKey } from '#server/domain/ports.js'
import { codeOf } from '#test/support/code-of.js'
import { callerOf, type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { handedOff, type Linguists, linguists } from '#test/support/handed-off.js'
import { sampleSubmission } from '#test/support/sample-submission.js'
import { after, NOW } from '#test/support/world/moments.js'

const DAY = 24 * 3600
const never = { routine: null, urgent: null, emergency: null, undecided: null }

/** Documents that were handed over before a package had them: nobody else would ever delete them. */
describe('copies for translators that no package has', () => {
  let relay: FakeRelay
  let people: Linguists
  beforeEach(async () => {
    relay = await fakeRelay()
    people = await linguists(relay)
  })

  async function schedule(on: FakeRelay, days: Partial<RetentionSchedule['days']>) {
    const declared = on.clock.now().toISOString()
    const claims = { relay: on.identity.id, version: 1, declared, days: { ...never, ...days } }
    const statement = await signRetention(claims, on.operatorKey)
    await on.publishRetention({ schedule: statement })
    return digestOf(statement)
  }
  async function hold(scope: HoldScope, standing: 'placed' | 'lifted') {
    const declared = relay.clock.now().toISOString()
    const said = { relay: relay.identity.id, hold: 'court-1', reason: 'Order', declared }
    await relay.publishHold({
      hold: await signHold({ ...said, standing, scope }, relay.operatorKey),
    })
  }

  /** Handed over, with the key of the copy; `id`: the upload that it is of. */
  async function ofDraft(on = relay, linguists_ = people, id = PackageId.parse(uuidV7(NOW))) {
    const sample = await sampleSubmission(on)
    const [first] = sample.parts
    if (first === undefined) throw new TypeError('the sample has parts')
    const { manifest, sealed } = first
    const key: BlobKey = {
      sender: on.xa.id,
      package: id,
      part: manifest.part,
      digest: sealed.digest,
    }
    on.upload(key, sealed.length)
    const parts = [{ part: manifest.part, length: sealed.length, digest: sealed.digest }]
    const source = { sender: on.xa.id, package: id, header: null, parts }
    const job = await handedOff(on, sample, linguists_, { source })
    await job.assign()
    return { job, key, parts: sample.parts }
  }
  type OfDraft = Awaited<ReturnType<typeof ofDraft>>
  const codes = async ({ job }: OfDraft, on = relay) =>
    (await on.handoffs.chain(job.handoff.handoff)).map(({ code }) => code)
  const isHere = async (key: BlobKey, on = relay) => (await on.blobs.find(key)) !== undefined
  const later = (days: number) => relay.setClock(after(NOW, days * DAY))

  it('are deleted after the days of what is decided, with what was made of them, and certified', async () => {
    const one = await ofDraft()
    const { job, key } = one
    await job.accept(people.first, 0)
    const { returned } = await job.giveBack(people.first)
    await job.review(people.reviewer, returned.digest)
    await job.certify(people.first, returned)
    const [target] = returned.act.targets
    const given = { sender: relay.xa.id, package: returned.act.package, ...target } as BlobKey
    const rule = await schedule(relay, { routine: 30, undecided: 10 })
    later(30 - 1 / DAY)
    expect(await relay.deleteContents()).to.equal(0)
    later(30)
    expect(await relay.deleteContents()).to.equal(1)
    expect([await isHere(key), await isHere(given)]).to.deep.equal([false, false])
    expect(await codes(one)).to.deep.equal(['H.1', 'H.2', 'H.7', 'H.8', 'H.9', 'R.1'])
    expect(await relay.deleteContents()).to.equal(0)
    const last = (await relay.handoffs.chain(job.handoff.handoff)).at(-1)
    const { payload } = await readStatement(last?.statement ?? '')
    expect(payload).to.include({ event: 'urn:rogatory:event:ContentDeleted', subject: rule })

    // What was stated stays, and is told; nothing of the content is.
    const caller = callerOf(people.reviewer)
    const { handoff } = job.handoff
    expect((await relay.readHandoff(caller, handoff)).envelope).to.equal(null)
    const { envelope } = returned.act
    expect(await codeOf(() => relay.readHandoffEnvelope(caller, handoff, envelope))).to.equal(
      'content-deleted',
    )
    expect(await codeOf(() => relay.openHandoffPart(caller, handoff, key.part))).to.equal(
      'content-deleted',
    )
    expect(await codeOf(() => job.assign())).to.equal('content-deleted')
    await relay.moveHandoff({ handoff })
    const told = await relay.notices.newest(relay.xa.id, 'handoff.step', 99)
    expect(
      told.filter((notice) => notice.kind === 'handoff.step' && notice.code === 'R.1'),
    ).to.have.length(1)
  })

  it('stay while anybody may still work on them, and go after the days of what is undecided', async () => {
    const one = await ofDraft()
    await one.job.accept(people.first, 0)
    await schedule(relay, { undecided: 10 })
    // The second turn is due on the eighteenth day.
    later(28 - 1 / DAY)
    expect(await relay.deleteContents()).to.equal(0)
    later(28)
    expect(await relay.deleteContents()).to.equal(1)
    const declared = relay.clock.now().toISOString()
    const late = codeOf(() => one.job.giveBack(people.first, { declared }))
    expect(await late).to.equal('content-deleted')
  })

  it('stay under a hold by either of their ids, or by whoever had them', async () => {
    const one = await ofDraft()
    await one.job.recall()
    await schedule(relay, { routine: 1 })
    later(2)
    const { key, job } = one
    const scopes: HoldScope[] = [
      { of: 'packages', packages: [key.package] },
      { of: 'packages', packages: [PackageId.parse(job.handoff.handoff)] },
      { of: 'authority', authority: relay.xa.id },
      { of: 'authority', authority: relay.xc.id },
    ]
    for (const scope of scopes) {
      await hold(scope, 'placed')
      expect(await relay.deleteContents()).to.equal(0)
      await hold(scope, 'lifted')
    }
    expect(await relay.deleteContents()).to.equal(1)
    expect(await codes(one)).to.deep.equal(['H.1', 'H.11', 'R.1'])
  })

  it('stay under a hold though they are parts of a package, whose own time is over', async () => {
    const sample = await sampleSubmission(relay)
    await relay.submit(callerOf(relay.drafter), sample.submission)
    const [first] = sample.parts
    if (first === undefined) throw new TypeError('the sample has parts')
    const { manifest, sealed } = first
    const parts = [{ part: manifest.part, length: sealed.length, digest: sealed.digest }]
    const key = { sender: relay.xa.id, package: sample.draft.package, ...parts[0] } as BlobKey
    const source = { sender: relay.xa.id, package: sample.draft.package, header: null, parts }
    const job = await handedOff(relay, sample, people, { source })
    await job.assign()
    await schedule(relay, { undecided: 1 })
    await hold({ of: 'packages', packages: [PackageId.parse(job.handoff.handoff)] }, 'placed')
    later(60)
    expect(await relay.deleteContents()).to.equal(0)
    expect(await isHere(key)).to.equal(true)
    await hold({ of: 'packages', packages: [PackageId.parse(job.handoff.handoff)] }, 'lifted')
    expect(await relay.deleteContents()).to.equal(2)
    expect(await isHere(key)).to.equal(false)
  })

  it('stay for another hand-off that is of the same, and go with the last', async () => {
    const one = await ofDraft()
    const { draft, header } = await sampleSubmission(relay)
    const { source } = one.job.handoff
    const same = await handedOff(relay, { draft, header, parts: one.parts } as never, people, {
      source,
    })
    await same.assign()
    await one.job.recall()
    await schedule(relay, { routine: 1 })
    later(2)
    expect(await relay.deleteContents()).to.equal(1)
    expect(await isHere(one.key)).to.equal(true)
    await same.recall(relay.drafter, relay.clock.now().toISOString())
    later(4)
    expect(await relay.deleteContents()).to.equal(1)
    expect(await isHere(one.key)).to.equal(false)
  })

  it('end the same whichever call fails, before or after its effect', async () => {
    const scene = async () => {
      const on = await fakeRelay()
      const one = await ofDraft(on, await linguists(on))
      await one.job.recall()
      await schedule(on, { routine: 1 })
      on.setClock(after(NOW, 2 * DAY))
      return { on, one }
    }
    const plain = await scene()
    plain.on.failAt(undefined)
    await plain.on.deleteContents()
    const calls = plain.on.calls()
    for (let call = 0; call < calls; call++) {
      for (const when of ['before', 'after'] as const) {
        const { on, one } = await scene()
        on.failAt({ call, when })
        await on.deleteContents().catch(() => undefined)
        on.failAt(undefined)
        await on.deleteContents()
        expect(await codes(one, on), `call ${call}, ${when}`).to.deep.equal(['H.1', 'H.11', 'R.1'])
        expect(await isHere(one.key, on)).to.equal(false)
        expect(await on.deletions.begun()).to.deep.equal([])
      }
    }
  }).timeout(60_000)
})
