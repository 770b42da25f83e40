import { expect } from 'chai'
import { PackageId } from '#crypto/fields/fields.js'
import type { BlobKey } from '#server/domain/ports.js'
import { codeOf } from '#test/support/code-of.js'
import { callerOf, type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { handedOff, type Linguists, linguists } from '#test/support/handed-off.js'
import { retained } from '#test/support/retained.js'
import { type SampleSubmission, sampleSubmission } from '#test/support/sample-submission.js'
import { after, NOW } from '#test/support/world/moments.js'

const DAY = 24 * 3600

describe('retention of translations', () => {
  let relay: FakeRelay
  let on: ReturnType<typeof retained>
  let sample: SampleSubmission
  let people: Linguists
  let job: Awaited<ReturnType<typeof handedOff>>
  beforeEach(async () => {
    relay = await fakeRelay()
    on = retained(relay)
    people = await linguists(relay)
    sample = await on.submitted()
    job = await handedOff(relay, sample, people)
    await job.assign()
    await job.accept(people.first, 0)
  })

  it('deletes what translators had and made of it', async () => {
    const { returned } = await job.giveBack(people.first)
    const [target] = returned.act.targets
    const key = { sender: relay.xa.id, package: returned.act.package, ...target } as BlobKey
    expect(await relay.blobs.find(key)).to.not.equal(undefined)
    await on.schedule({ undecided: 10 })
    relay.setClock(after(NOW, 11 * DAY))
    expect(await relay.deleteContents()).to.equal(1)
    expect(await relay.blobs.find(key)).to.equal(undefined)
    const { envelope } = job.handoff.turns[0] ?? { envelope: '' }
    expect(await relay.handoffs.envelope(job.handoff.handoff, envelope)).to.equal(undefined)
  })

  it('deletes no part of another package, though a translation is named like one', async () => {
    // Its translator's authority gives a package the id of the hand-off, and sends it after the return.
    const other = await sampleSubmission(relay, { package: PackageId.parse(job.handoff.handoff) })
    const [item] = job.handoff.source.parts
    const [own] = other.parts
    if (item === undefined || own === undefined) throw new TypeError('both have parts')
    const { part } = own.manifest
    const { digest, length } = own.sealed
    const targets = [{ item: item.part, part, digest, length }]
    await job.giveBack(people.first, { targets }, { upload: false })
    await relay.submit(callerOf(relay.drafter), other.submission)
    await on.hold({ scope: on.packagesOf(other) })
    await on.schedule({ undecided: 10 })
    relay.setClock(after(NOW, 11 * DAY))
    expect(await relay.deleteContents()).to.equal(1)
    expect(await on.chain(other)).to.not.include('R.1')
    expect(await on.partsLeft(other)).to.equal(2)
    expect(await on.partsLeft(sample)).to.equal(0)
  })

  it('takes no translation of what is deleted: nobody would delete it any more', async () => {
    await on.schedule({ undecided: 10 })
    relay.setClock(after(NOW, 11 * DAY))
    await relay.deleteContents()
    const declared = relay.clock.now().toISOString()
    expect(await codeOf(() => job.giveBack(people.first, { declared }))).to.equal('content-deleted')
  })
})
