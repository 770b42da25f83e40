import { expect } from 'chai'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { HoldScope } from '#crypto/retention/legal-hold.js'
import { deleteContents } from '#server/domain/retention/delete-contents.js'
import { codeOf } from '#test/support/code-of.js'
import { type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { retained } from '#test/support/retained.js'
import { rotateOperator } from '#test/support/rotate-operator.js'
import type { SampleSubmission } from '#test/support/sample-submission.js'
import { after, NOW } from '#test/support/world/moments.js'

const DAY = 24 * 3600

describe('retention under a legal hold', () => {
  let relay: FakeRelay
  let on: ReturnType<typeof retained>
  let sample: SampleSubmission
  beforeEach(async () => {
    relay = await fakeRelay()
    on = retained(relay)
    sample = await on.accepted()
    await on.schedule({ routine: 1 })
    relay.setClock(after(NOW, 2 * DAY))
  })

  for (const kind of ['packages', 'case', 'authority'] as const) {
    it(`deletes nothing of what is held by ${kind}, until it is lifted`, async () => {
      const { payload } = await readStatement(sample.submission.header)
      const { case: thread } = payload as { case: never }
      const scope: Record<typeof kind, HoldScope> = {
        packages: on.packagesOf(sample),
        case: { of: 'case', case: thread },
        authority: { of: 'authority', authority: relay.xb.id },
      }
      const { evidence, begun } = await on.hold({ scope: scope[kind] })
      expect((await readStatement(evidence.statement)).payload).to.include({ code: 'X.6' })
      expect(begun).to.deep.equal([])
      expect(await relay.deleteContents()).to.equal(0)
      expect(await on.open(sample)).to.equal('nothing was refused')
      await on.hold({ scope: scope[kind], standing: 'lifted' })
      expect(await relay.deleteContents()).to.equal(1)
    })
  }

  it('holds on when the operator has changed its key', async () => {
    await on.hold({ scope: on.packagesOf(sample) })
    await rotateOperator(relay, after(NOW, 2 * DAY), { leavesOut: true })
    relay.setClock(after(NOW, 3 * DAY))
    expect(await relay.deleteContents()).to.equal(0)
  })

  it('holds nothing else', async () => {
    await on.hold({ scope: { of: 'authority', authority: relay.xc.id } })
    expect(await relay.deleteContents()).to.equal(1)
  })

  it('withdraws a deletion that was intended and not begun', async () => {
    const ports = { ...relay, process: 'other' }
    const deletions = {
      ...relay.deletions,
      // The hold comes after the worker has looked for one, and before it begins.
      begin: async (header: string, process: string) => {
        await on.hold({ scope: on.packagesOf(sample) })
        return relay.deletions.begin(header, process)
      },
    }
    expect(await deleteContents({ ...ports, deletions })()).to.equal(0)
    expect(await on.partsLeft(sample)).to.equal(2)
    expect(await relay.deleteContents()).to.equal(0)
  })

  it('is of the moment it is published, but for one that is kept', async () => {
    const declared = after(NOW, 2 * DAY - 3600).toISOString()
    const placed = { scope: on.packagesOf(sample), declared }
    expect(await codeOf(() => on.hold(placed))).to.equal('clock-skewed')
    expect(await relay.directory.history(relay.identity.id, 'rogatory-hold')).to.have.length(0)
    const { evidence } = await on.hold({
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
    const { begun } = await on.hold({ scope: on.packagesOf(sample) })
    expect(begun).to.deep.equal([sample.draft.package])
    expect(await on.open(sample)).to.equal('content-deleted')
    expect(await relay.deleteContents()).to.equal(1)
    expect(await on.chain(sample)).to.include('R.1')
  })
})
