import { expect } from 'chai'
import { isAboutPackage, verifyEvidence } from '#crypto/evidence/verify-evidence.js'
import { verifyEvidenceChain } from '#crypto/evidence/verify-evidence-chain.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { type HoldScope, type LegalHold, signHold } from '#crypto/retention/legal-hold.js'
import { type RetentionSchedule, signRetention } from '#crypto/retention/retention-schedule.js'
import type { BlobKey } from '#server/domain/ports.js'
import { deleteContents } from '#server/domain/retention/delete-contents.js'
import { codeOf } from '#test/support/code-of.js'
import { callerOf, type FakeRelay, fakeRelay, steps } from '#test/support/fake-relay.js'
import { handedOff, linguists } from '#test/support/handed-off.js'
import { rotateOperator } from '#test/support/rotate-operator.js'
import {
  type SampleSubmission,
  sampleReceipt,
  sampleSubmission,
} from '#test/support/sample-submission.js'
import { after, NOW } from '#test/support/world/moments.js'

const DAY = 24 * 3600
const never = { routine: null, urgent: null, emergency: null, undecided: null }

describe('retention', () => {
  let relay: FakeRelay
  beforeEach(async () => {
    relay = await fakeRelay()
  })

  async function schedule(
    on: FakeRelay,
    days: Partial<RetentionSchedule['days']>,
    changes: Partial<RetentionSchedule> = {},
    key = on.operatorKey,
  ) {
    const declared = on.clock.now().toISOString()
    const claims = { relay: on.identity.id, version: 1, declared, ...changes }
    const statement = await signRetention({ ...claims, days: { ...never, ...days } }, key)
    return on.publishRetention({ schedule: statement })
  }
  async function hold(on: FakeRelay, changes: Pick<LegalHold, 'scope'> & Partial<LegalHold>) {
    const claims = { relay: on.identity.id, hold: 'court-1', standing: 'placed' as const }
    const declared = on.clock.now().toISOString()
    const said = { ...claims, reason: 'Order of a court', declared, ...changes }
    return on.publishHold({ hold: await signHold(said, on.operatorKey) })
  }
  const packagesOf = ({ draft }: SampleSubmission): HoldScope => ({
    of: 'packages',
    packages: [draft.package],
  })

  /** Submitted, available, and accepted by its recipient. */
  async function accepted(on = relay): Promise<SampleSubmission> {
    const sample = await sampleSubmission(on)
    await on.submit(callerOf(on.drafter), sample.submission)
    await on.consign(sample)
    const { package: id } = sample.draft
    await on.acknowledge(callerOf(on.registrar), id, await sampleReceipt(on, sample))
    return sample
  }
  const keysOf = ({ draft, parts }: SampleSubmission, on = relay): BlobKey[] =>
    parts.map(({ manifest: { part }, sealed: { digest } }) => ({
      ...{ sender: on.xa.id, package: draft.package, part, digest },
    }))
  const partsLeft = async (sample: SampleSubmission, on = relay) => {
    const found = await Promise.all(keysOf(sample, on).map((key) => on.blobs.find(key)))
    return found.filter((one) => one !== undefined).length
  }
  const chain = (sample: SampleSubmission, on = relay) => steps(on, sample.submission.header)
  const open = (sample: SampleSubmission) =>
    codeOf(() => relay.open(callerOf(relay.registrar), sample.draft.package, 'envelope'))

  it('deletes nothing without a schedule, however old', async () => {
    const sample = await accepted()
    relay.setClock(after(NOW, 90 * 365 * DAY))
    expect(await relay.deleteContents()).to.equal(0)
    expect(await partsLeft(sample)).to.equal(2)
  })

  it('deletes envelope and parts after the days of the class, and certifies it', async () => {
    const sample = await accepted()
    const rule = await schedule(relay, { routine: 30 })
    relay.setClock(after(NOW, 30 * DAY - 1))
    expect(await relay.deleteContents()).to.equal(0)
    expect(await open(sample)).to.equal('nothing was refused')
    relay.setClock(after(NOW, 30 * DAY))
    relay.trace.length = 0
    expect(await relay.deleteContents()).to.equal(1)
    expect(relay.trace).to.deep.equal([
      ...['deletions.intend', 'deletions.begin', 'packages.removeEnvelope'],
      ...['blobs.remove', 'blobs.remove', 'evidence.keep R.1'],
      ...['announce R.1 to xa.moj xb.pgo', 'deletions.done'],
    ])
    expect(await chain(sample)).to.deep.equal(['A.1', 'D.1/xb.pgo', 'C.3/xb.pgo', 'R.1'])
    expect(await partsLeft(sample)).to.equal(0)
    expect((await relay.packages.find(sample.draft.package))?.envelope).to.equal('')
    expect(await open(sample)).to.equal('content-deleted')
    expect(await relay.deleteContents()).to.equal(0)

    const certificate = (await relay.evidence.chain(sample.header)).at(-1)
    const { payload } = await verifyEvidence(certificate?.statement ?? '', relay.identity.entry)
    const subject = ((await readStatement(rule.statement)).payload as { subject: string }).subject
    expect(payload).to.deep.include({
      ...{ code: 'R.1', event: 'urn:rogatory:event:ContentDeleted', recipient: null, subject },
      reasons: [
        {
          code: 'retention-ended',
          text: `routine: 30 days since ${NOW.toISOString()}, by version 1 of the schedule`,
        },
      ],
    })
  })

  it('leaves all that was proved as it is, and lets late evidence follow', async () => {
    const recipients = [relay.xb, relay.xc]
    const sample = await sampleSubmission(relay, { recipients })
    await relay.submit(callerOf(relay.drafter), sample.submission)
    await relay.consign(sample)
    await schedule(relay, { undecided: 10 })
    relay.setClock(after(NOW, 11 * DAY))
    expect(await relay.deleteContents()).to.equal(1)
    const { package: id } = sample.draft
    // It had been opened before: its receipt still counts.
    await relay.acknowledge(callerOf(relay.registrar), id, await sampleReceipt(relay, sample))
    const record = await relay.read(callerOf(relay.registrar), id)
    const verified = await Promise.all(
      (await relay.evidence.chain(sample.header)).map(({ statement }) =>
        verifyEvidence(statement, relay.identity.entry),
      ),
    )
    const whole = verifyEvidenceChain(verified.filter(isAboutPackage)).map(({ code }) => code)
    expect(whole).to.deep.equal(['A.1', 'D.1', 'D.1', 'R.1', 'C.3'])
    expect(record.evidence).to.have.length(4)
    expect(record.receipts).to.have.length(1)
    const again = await relay.submit(callerOf(relay.drafter), sample.submission)
    expect(again.outcome).to.equal('repeated')
  })

  it('deletes what translators had and made of it', async () => {
    const people = await linguists(relay)
    const sample = await sampleSubmission(relay)
    await relay.submit(callerOf(relay.drafter), sample.submission)
    const job = await handedOff(relay, sample, people)
    await job.assign()
    await job.accept(people.first, 0)
    const { returned } = await job.giveBack(people.first)
    const [target] = returned.act.targets
    const key = { sender: relay.xa.id, package: returned.act.package, ...target } as BlobKey
    expect(await relay.blobs.find(key)).to.not.equal(undefined)
    await schedule(relay, { undecided: 10 })
    relay.setClock(after(NOW, 11 * DAY))
    expect(await relay.deleteContents()).to.equal(1)
    expect(await relay.blobs.find(key)).to.equal(undefined)
    const { envelope } = job.handoff.turns[0] ?? { envelope: '' }
    expect(await relay.handoffs.envelope(job.handoff.handoff, envelope)).to.equal(undefined)
  })

  it('deletes no part of another package, though a translation is named like one', async () => {
    const people = await linguists(relay)
    const sample = await sampleSubmission(relay)
    await relay.submit(callerOf(relay.drafter), sample.submission)
    const job = await handedOff(relay, sample, people)
    await job.assign()
    await job.accept(people.first, 0)
    // Uploaded, and sent only after a colleague has given it back as a translation of something else.
    const other = await sampleSubmission(relay)
    const [item] = job.handoff.source.parts
    const [own] = other.parts
    if (item === undefined || own === undefined) throw new TypeError('both have parts')
    const { part } = own.manifest
    const { digest, length } = own.sealed
    const named = {
      package: other.draft.package,
      targets: [{ item: item.part, part, digest, length }],
    }
    await job.giveBack(people.first, named, false)
    await relay.submit(callerOf(relay.drafter), other.submission)
    await hold(relay, { scope: packagesOf(other) })
    await schedule(relay, { undecided: 10 })
    relay.setClock(after(NOW, 11 * DAY))
    expect(await relay.deleteContents()).to.equal(1)
    expect(await chain(other)).to.not.include('R.1')
    expect(await partsLeft(other)).to.equal(2)
    expect(await partsLeft(sample)).to.equal(0)
  })

  it('takes no translation of what is deleted: nobody would delete it any more', async () => {
    const people = await linguists(relay)
    const sample = await sampleSubmission(relay)
    await relay.submit(callerOf(relay.drafter), sample.submission)
    const job = await handedOff(relay, sample, people)
    await job.assign()
    await job.accept(people.first, 0)
    await schedule(relay, { undecided: 10 })
    relay.setClock(after(NOW, 11 * DAY))
    await relay.deleteContents()
    const declared = relay.clock.now().toISOString()
    expect(await codeOf(() => job.giveBack(people.first, { declared }))).to.equal('content-deleted')
  })

  describe('under a legal hold', () => {
    let sample: SampleSubmission
    beforeEach(async () => {
      sample = await accepted()
      await schedule(relay, { routine: 1 })
      relay.setClock(after(NOW, 2 * DAY))
    })

    for (const kind of ['packages', 'case', 'authority'] as const) {
      it(`deletes nothing of what is held by ${kind}, until it is lifted`, async () => {
        const { payload } = await readStatement(sample.submission.header)
        const { case: thread } = payload as { case: never }
        const scope: Record<typeof kind, HoldScope> = {
          packages: packagesOf(sample),
          case: { of: 'case', case: thread },
          authority: { of: 'authority', authority: relay.xb.id },
        }
        const { evidence, begun } = await hold(relay, { scope: scope[kind] })
        expect((await readStatement(evidence.statement)).payload).to.include({ code: 'X.6' })
        expect(begun).to.deep.equal([])
        expect(await relay.deleteContents()).to.equal(0)
        expect(await open(sample)).to.equal('nothing was refused')
        await hold(relay, { scope: scope[kind], standing: 'lifted' })
        expect(await relay.deleteContents()).to.equal(1)
      })
    }

    it('holds on when the operator has changed its key', async () => {
      await hold(relay, { scope: packagesOf(sample) })
      await rotateOperator(relay, after(NOW, 2 * DAY), { leavesOut: true })
      relay.setClock(after(NOW, 3 * DAY))
      expect(await relay.deleteContents()).to.equal(0)
    })

    it('holds nothing else', async () => {
      await hold(relay, { scope: { of: 'authority', authority: relay.xc.id } })
      expect(await relay.deleteContents()).to.equal(1)
    })

    it('withdraws a deletion that was intended and not begun', async () => {
      const ports = { ...relay, process: 'other' }
      const deletions = {
        ...relay.deletions,
        // The hold comes after the worker has looked for one, and before it begins.
        begin: async (header: string, process: string) => {
          await hold(relay, { scope: packagesOf(sample) })
          return relay.deletions.begin(header, process)
        },
      }
      expect(await deleteContents({ ...ports, deletions })()).to.equal(0)
      expect(await partsLeft(sample)).to.equal(2)
      expect(await relay.deleteContents()).to.equal(0)
    })

    it('is of the moment it is published, but for one that is kept', async () => {
      const declared = after(NOW, 2 * DAY - 3600).toISOString()
      const placed = { scope: packagesOf(sample), declared }
      expect(await codeOf(() => hold(relay, placed))).to.equal('clock-skewed')
      expect(await relay.directory.history(relay.identity.id, 'rogatory-hold')).to.have.length(0)
      const { evidence } = await hold(relay, {
        ...placed,
        declared: relay.clock.now().toISOString(),
      })
      const [kept] = await relay.directory.history(relay.identity.id, 'rogatory-hold')
      relay.setClock(after(NOW, 3 * DAY))
      const again = await relay.publishHold({ hold: kept?.statement ?? '' })
      expect(again.evidence).to.deep.equal(evidence)
    })

    it('tells of a deletion that it came too late for, which is then completed', async () => {
      const removal = { remove: () => Promise.reject(new Error('the disk is away')) }
      const broken = deleteContents({ ...relay, process: 'other', blobs: removal })
      expect(await broken().catch((error: unknown) => (error as Error).message)).to.equal(
        'the disk is away',
      )
      const { begun } = await hold(relay, { scope: packagesOf(sample) })
      expect(begun).to.deep.equal([sample.draft.package])
      expect(await open(sample)).to.equal('content-deleted')
      expect(await relay.deleteContents()).to.equal(1)
      expect(await chain(sample)).to.include('R.1')
    })
  })

  describe('while a round is under way', () => {
    let samples: SampleSubmission[]
    beforeEach(async () => {
      samples = []
      for (let n = 0; n < 2; n++) {
        const sample = await sampleSubmission(relay)
        await relay.submit(callerOf(relay.drafter), sample.submission)
        await relay.consign(sample)
        samples.push(sample)
      }
      await schedule(relay, { undecided: 1 })
      relay.setClock(after(NOW, 2 * DAY))
    })

    /** A round, in which something happens once: when its first package, or its last, is intended. */
    async function round(what: () => Promise<unknown>, at: 'first' | 'last') {
      let intended = 0
      const deletions = {
        ...relay.deletions,
        intend: async (...given: Parameters<typeof relay.deletions.intend>) => {
          const done = await relay.deletions.intend(...given)
          if (++intended === (at === 'first' ? 1 : 2)) await what()
          return done
        },
      }
      return deleteContents({ ...relay, process: 'other', deletions })()
    }
    const everything = () => ({ of: 'authority' as const, authority: relay.xb.id })
    const happenings = {
      'a hold': () => hold(relay, { scope: everything() }),
      'a schedule that keeps them': () => schedule(relay, {}, { version: 2 }),
      'an outcome': async () => {
        for (const sample of samples) {
          const receipt = await sampleReceipt(relay, sample)
          await relay.acknowledge(callerOf(relay.registrar), sample.draft.package, receipt)
        }
      },
    }

    for (const [name, happens] of Object.entries(happenings)) {
      it(`${name} counts for every package that is not begun`, async () => {
        expect(await round(happens, 'first')).to.equal(0)
        for (const sample of samples) expect(await partsLeft(sample)).to.equal(2)
        expect(await relay.deleteContents()).to.equal(0)
      })
    }

    it('a hold that comes after the first is gone keeps the others', async () => {
      expect(await round(happenings['a hold'], 'last')).to.equal(1)
      const left = await Promise.all(samples.map((sample) => partsLeft(sample)))
      expect(left.toSorted()).to.deep.equal([0, 2])
    })

    it('a schedule that is published between the last look and the beginning withdraws it', async () => {
      const deletions = {
        ...relay.deletions,
        begin: async (header: string, process: string) => {
          await schedule(relay, {}, { version: 2 }).catch(() => undefined)
          return relay.deletions.begin(header, process)
        },
      }
      expect(await deleteContents({ ...relay, process: 'other', deletions })()).to.equal(0)
    })
  })

  it('ends the same whichever call fails, before or after its effect', async () => {
    const scene = async () => {
      const on = await fakeRelay()
      const sample = await accepted(on)
      await schedule(on, { routine: 1 })
      on.setClock(after(NOW, 2 * DAY))
      return { on, sample }
    }
    const plain = await scene()
    plain.on.failAt(undefined)
    await plain.on.deleteContents()
    const calls = plain.on.calls()
    for (let call = 0; call < calls; call++) {
      for (const when of ['before', 'after'] as const) {
        const { on, sample } = await scene()
        on.failAt({ call, when })
        await on.deleteContents().catch(() => undefined)
        on.failAt(undefined)
        await on.deleteContents()
        expect(await chain(sample, on), `call ${call}, ${when}`).to.deep.equal([
          ...['A.1', 'D.1/xb.pgo', 'C.3/xb.pgo', 'R.1'],
        ])
        expect(await partsLeft(sample, on)).to.equal(0)
        expect(await on.deletions.begun()).to.deep.equal([])
      }
    }
  }).timeout(60_000)

  it('takes a schedule of the operator alone, for this relay, each version once', async () => {
    const refused = (...given: Parameters<typeof schedule>) => codeOf(() => schedule(...given))
    expect(await refused(relay, {}, {}, relay.xa.credentialsKey)).to.equal('statement-invalid')
    expect(await refused(relay, {}, { relay: relay.xa.id })).to.equal('statement-invalid')
    expect(await refused(relay, {}, { version: 2 })).to.equal('entry-conflict')
    const old = after(NOW, -3600).toISOString()
    expect(await refused(relay, {}, { declared: old })).to.equal('clock-skewed')
    const claims = { relay: relay.identity.id, version: 1, declared: NOW.toISOString() }
    const first = await signRetention({ ...claims, days: never }, relay.operatorKey)
    const { digest } = await relay.publishRetention({ schedule: first })
    expect((await relay.publishRetention({ schedule: first })).digest).to.equal(digest)
    expect(await refused(relay, { routine: 6 })).to.equal('entry-conflict')
    await schedule(relay, { routine: 6 }, { version: 2 })
  })
})
