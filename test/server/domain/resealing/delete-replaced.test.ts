import { expect } from 'chai'
import { digestOf } from '#crypto/bytes/sha256.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { expireUnsubmitted } from '#server/domain/blobs/expire-unsubmitted.js'
import { isOfPackage } from '#server/domain/blobs/is-of-package.js'
import { UNDER_WAY_MS } from '#server/domain/resealing/is-replaced-due.js'
import { codeOf } from '#test/support/code-of.js'
import { callerOf, type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { handedOff, linguists } from '#test/support/handed-off.js'
import { retained } from '#test/support/retained.js'
import { sampleTranslation } from '#test/support/sample-handoff.js'
import { sampleResealing } from '#test/support/sample-resealing.js'
import { sampleReceipt, type SampleSubmission } from '#test/support/sample-submission.js'
import { after, NOW } from '#test/support/world/moments.js'

const SETTLED = after(NOW, UNDER_WAY_MS / 1000)

describe('what was replaced by copies that were sealed anew', () => {
  let relay: FakeRelay
  let on: ReturnType<typeof retained>
  let sample: SampleSubmission

  async function scene() {
    relay = await fakeRelay()
    on = retained(relay)
    sample = await on.accepted()
  }
  beforeEach(scene)

  type Party = 'recipient' | 'sender'
  const partyOf = (party: Party) =>
    party === 'sender'
      ? { authority: relay.xa, officer: relay.drafter }
      : { authority: relay.xb, officer: relay.registrar }
  async function reseal(party: Party, changes: { version?: number; replaced?: string[] } = {}) {
    const by = partyOf(party)
    const sealed = await sampleResealing(relay, sample, { by, ...changes })
    await relay.reseal(callerOf(by.officer), sample.draft.package, sealed.item)
    return sealed
  }
  /** As it is after a crash that came before the package names the copy. */
  async function keptOnly(party: Party) {
    const sealed = await sampleResealing(relay, sample, { by: partyOf(party) })
    const { header, authority, version, kid } = sealed.claims
    await relay.resealings.keep({
      digest: sealed.digest,
      package: sample.draft.package,
      header,
      authority,
      version,
      kid,
      statement: sealed.item.resealing,
      credential: sealed.item.credential,
      envelope: sealed.item.envelope,
      keptAt: relay.clock.now(),
      replaced: 'kept',
    })
    return sealed
  }
  const certified = async (party: Party) => {
    const caller = callerOf(partyOf(party).officer)
    const { resealed } = await relay.readResealing(caller, sample.draft.package)
    return resealed?.replacedDeleted ?? null
  }
  const partsOf = async ({ claims }: Awaited<ReturnType<typeof reseal>>) => {
    const { authority: sender, package: id } = claims
    const found = await Promise.all(
      claims.parts.map(({ part, digest }) =>
        relay.blobs.find({ sender, package: id, part, digest }),
      ),
    )
    return found.filter((one) => one !== undefined).length
  }

  it('stays until every party has a copy of its own, and a while longer', async () => {
    await reseal('recipient')
    relay.setClock(SETTLED)
    expect(await relay.deleteContents()).to.equal(0)
    await reseal('sender')
    expect(await relay.deleteContents()).to.equal(0)
    expect(await on.partsLeft(sample)).to.equal(2)
    relay.setClock(after(SETTLED, UNDER_WAY_MS / 1000))
    relay.trace.length = 0
    expect(await relay.deleteContents()).to.equal(2)
    expect(relay.trace.slice(0, 8)).to.deep.equal([
      ...['deletions.intend', 'deletions.begin', 'packages.removeOriginal'],
      ...['blobs.remove', 'blobs.remove', 'directory.keepEvidence'],
      ...['resealings.noteReplacedDeleted', 'deletions.done'],
    ])
    expect(await on.partsLeft(sample)).to.equal(0)
    expect((await relay.packages.find(sample.draft.package))?.envelope).to.equal('')
    expect(await on.chain(sample)).to.deep.equal(['A.1', 'D.1/xb.pgo', 'C.3/xb.pgo'])
    for (const party of ['recipient', 'sender'] as const) {
      const { resealed } = await relay.readResealing(
        callerOf(partyOf(party).officer),
        sample.draft.package,
      )
      const { payload } = await readStatement((await certified(party))?.statement ?? '')
      expect(payload).to.deep.include({
        code: 'X.10',
        event: 'urn:rogatory:event:ReplacedCopyDeleted',
        subject: resealed?.evidence.digest,
        authority: partyOf(party).authority.id,
      })
    }
    expect(await relay.deleteContents()).to.equal(0)
  })

  it('leaves both copies as they are', async () => {
    const [theirs, ours] = [await reseal('recipient'), await reseal('sender')]
    relay.setClock(SETTLED)
    await relay.deleteContents()
    expect([await partsOf(theirs), await partsOf(ours)]).to.deep.equal([2, 2])
    const copy = { package: sample.draft.package, version: 1 }
    for (const officer of [relay.drafter, relay.registrar]) {
      await relay.openResealed(callerOf(officer), copy, 'envelope')
    }
  })

  it('does not wait for whoever may read no more', async () => {
    const { xb, xc } = relay
    sample = await on.submitted({ recipients: [xb, xc] })
    await relay.consign(sample)
    await reseal('recipient')
    await reseal('sender')
    relay.setClock(SETTLED)
    expect(await relay.deleteContents()).to.equal(0)
    const cyril = await xc.officer('Cyril', ['case'])
    await relay.publishCredential(cyril)
    const no = { recipient: xc.id, outcome: 'rejected', reason: 'not ours' } as const
    const { receipt } = await sampleReceipt({ registrar: cyril, xb: xc }, sample, no)
    const { credential } = cyril
    await relay.acknowledge(callerOf(cyril), sample.draft.package, { receipt, credential })
    expect(await relay.deleteContents()).to.equal(2)
    expect(await on.partsLeft(sample)).to.equal(0)
  })

  it('stays while a reviewer may still read what was handed off of it', async () => {
    const people = await linguists(relay)
    const job = await handedOff(relay, sample, people)
    await job.assign()
    await job.accept(people.first, 0)
    await reseal('recipient')
    await reseal('sender')
    relay.setClock(SETTLED)
    expect(await relay.deleteContents()).to.equal(0)
    relay.setClock(NOW)
    const { returned } = await job.giveBack(people.first)
    await job.review(people.reviewer, returned.digest)
    const item = await job.act(people.first, sampleTranslation(job, returned))
    await job.send(people.first, item)
    relay.setClock(SETTLED)
    expect(await relay.deleteContents()).to.equal(0)
    const [source] = job.handoff.source.parts
    if (source === undefined) throw new TypeError('a part is handed off')
    await relay.openHandoffPart(callerOf(people.reviewer), job.handoff.handoff, source.part)
    const { declared, handoff } = job.handoff
    const of = { handoff, assignment: job.assignment, declared }
    const translation = await digestOf(item.statement)
    const countersigned = { act: 'countersign', ...of, translation } as const
    relay.setClock(NOW)
    await job.send(people.reviewer, await job.act(people.reviewer, countersigned))
    relay.setClock(SETTLED)
    expect(await relay.deleteContents()).to.equal(2)
    expect(await on.partsLeft(sample)).to.equal(0)
  })

  it('stays while a hand-off of uploads is of the same octets, which have a hold of their own', async () => {
    const people = await linguists(relay)
    const [first] = sample.parts
    if (first === undefined) throw new TypeError('the sample has parts')
    const { length, digest } = first.sealed
    const parts = [{ part: first.manifest.part, length, digest }]
    const source = { sender: relay.xa.id, package: sample.draft.package, header: null, parts }
    const job = await handedOff(relay, sample, people, { source })
    await job.assign()
    await reseal('recipient')
    await reseal('sender')
    relay.setClock(SETTLED)
    expect(await relay.deleteContents()).to.equal(0)
    expect(await on.partsLeft(sample)).to.equal(2)
    await relay.handoffs.noteDeleted(job.handoff.handoff)
    expect(await relay.deleteContents()).to.equal(2)
  })

  it('stays while a crash keeps a copy from being served', async () => {
    await keptOnly('recipient')
    await reseal('sender')
    relay.setClock(SETTLED)
    expect(await relay.deleteContents()).to.equal(0)
    expect(await certified('recipient')).to.equal(null)
    expect(await relay.deleteContents()).to.equal(2)
    expect(await certified('recipient')).to.not.equal(null)
  })

  it('takes a copy along that came when everything else was being deleted', async () => {
    await on.schedule({ routine: 1 })
    relay.setClock(after(NOW, 2 * 24 * 3600))
    expect(await relay.deleteContents()).to.equal(1)
    const late = await keptOnly('recipient')
    expect(await relay.deleteContents()).to.equal(0)
    expect(await partsOf(late)).to.equal(0)
    expect(await relay.resealings.envelope(late.digest)).to.equal('')
    expect(await relay.resealings.withReplaced(undefined, 9)).to.deep.equal([])
  })

  it('stays under a legal hold, and goes when that is lifted', async () => {
    const theirs = await reseal('recipient')
    await reseal('sender')
    const scope = on.packagesOf(sample)
    await on.hold({ scope })
    relay.setClock(SETTLED)
    await reseal('recipient', { version: 2, replaced: theirs.claims.parts.map((p) => p.digest) })
    relay.setClock(after(SETTLED, UNDER_WAY_MS / 1000))
    expect(await relay.deleteContents()).to.equal(0)
    expect([await on.partsLeft(sample), await partsOf(theirs)]).to.deep.equal([2, 2])
    await on.hold({ scope, standing: 'lifted' })
    expect(await relay.deleteContents()).to.equal(3)
    expect([await on.partsLeft(sample), await partsOf(theirs)]).to.deep.equal([0, 0])
  })

  it('is a copy before, when it is sealed anew again, whatever the other party does', async () => {
    const first = await reseal('recipient')
    const replaced = first.claims.parts.map(({ digest }) => digest)
    const second = await reseal('recipient', { version: 2, replaced })
    relay.setClock(SETTLED)
    expect(await relay.deleteContents()).to.equal(1)
    expect([await partsOf(first), await partsOf(second)]).to.deep.equal([0, 2])
    expect(await on.partsLeft(sample)).to.equal(2)
    expect(await certified('recipient')).to.not.equal(null)
    expect(await relay.open(callerOf(relay.drafter), sample.draft.package, 'envelope')).to.include({
      blob: 'envelope',
    })
  })

  it('goes with everything else when the time of the package is over', async () => {
    const theirs = await reseal('recipient')
    await on.schedule({ routine: 1 })
    relay.setClock(after(NOW, 2 * 24 * 3600))
    expect(await relay.deleteContents()).to.equal(1)
    expect([await on.partsLeft(sample), await partsOf(theirs)]).to.deep.equal([0, 0])
    const copy = { package: sample.draft.package, version: 1 }
    expect(
      await codeOf(() => relay.openResealed(callerOf(relay.registrar), copy, 'envelope')),
    ).to.equal('content-deleted')
    expect(await relay.deleteContents()).to.equal(0)
  })

  it('is no part of anything any more, and what replaced it is', async () => {
    const theirs = await reseal('recipient')
    await reseal('sender')
    const [sent] = sample.parts
    const [copied] = theirs.claims.parts
    if (sent === undefined || copied === undefined) throw new TypeError('there are two')
    const { package: id } = sample.draft
    const original = {
      sender: relay.xa.id,
      package: id,
      part: sent.manifest.part,
      digest: sent.sealed.digest,
    }
    const { part, digest } = copied
    const copy = { sender: relay.xb.id, package: id, part, digest }
    expect(await isOfPackage(relay, original)).to.equal(true)
    expect(await isOfPackage(relay, copy)).to.equal(true)
    expect(await isOfPackage(relay, { ...copy, sender: relay.xc.id })).to.equal(false)
    relay.setClock(SETTLED)
    await relay.deleteContents()
    expect(await isOfPackage(relay, original)).to.equal(false)
    expect(await isOfPackage(relay, copy)).to.equal(true)
    let asked = 0
    const uploads = {
      expire: async (_: Date, isSubmitted: (blob: typeof copy) => Promise<boolean>) => {
        asked++
        return (await isSubmitted(copy)) ? 0 : 1
      },
    }
    expect(await expireUnsubmitted({ ...relay, uploads, lifetimeMs: 1 })()).to.equal(0)
    expect(asked).to.equal(1)
  })

  it('is gone in the end, whichever call fails, before or after its effect', async () => {
    const ready = async () => {
      await scene()
      await reseal('recipient')
      await reseal('sender')
      relay.setClock(SETTLED)
    }
    await ready()
    relay.failAt(undefined)
    await relay.deleteContents()
    const calls = relay.calls()
    for (let call = 0; call < calls; call++) {
      for (const when of ['before', 'after'] as const) {
        await ready()
        relay.failAt({ call, when })
        await relay.deleteContents().catch(() => undefined)
        relay.failAt(undefined)
        await relay.deleteContents()
        expect(await on.partsLeft(sample), `call ${call}, ${when}`).to.equal(0)
        expect(await certified('recipient')).to.not.equal(null)
        expect(await certified('sender')).to.not.equal(null)
        expect(await relay.deletions.begun()).to.deep.equal([])
      }
    }
  }).timeout(120_000)
})
