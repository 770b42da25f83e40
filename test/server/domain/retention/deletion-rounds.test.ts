import { expect } from 'chai'
import { deleteContents } from '#server/domain/retention/delete-contents.js'
import { callerOf, type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { retained } from '#test/support/retained.js'
import { type SampleSubmission, sampleReceipt } from '#test/support/sample-submission.js'
import { after, NOW } from '#test/support/world/moments.js'

const DAY = 24 * 3600

describe('deletion, while a round is under way', () => {
  let relay: FakeRelay
  let on: ReturnType<typeof retained>
  let samples: SampleSubmission[]
  beforeEach(async () => {
    relay = await fakeRelay()
    on = retained(relay)
    samples = []
    for (let n = 0; n < 2; n++) {
      const sample = await on.submitted()
      await relay.consign(sample)
      samples.push(sample)
    }
    await on.schedule({ undecided: 1 })
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
    'a hold': () => on.hold({ scope: everything() }),
    'a schedule that keeps them': () => on.schedule({}, { version: 2 }),
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
      for (const sample of samples) expect(await on.partsLeft(sample)).to.equal(2)
      expect(await relay.deleteContents()).to.equal(0)
    })
  }

  it('a hold that comes after the first is gone keeps the others', async () => {
    expect(await round(happenings['a hold'], 'last')).to.equal(1)
    const left = await Promise.all(samples.map((sample) => on.partsLeft(sample)))
    expect(left.toSorted()).to.deep.equal([0, 2])
  })

  it('a schedule that is published between the last look and the beginning withdraws it', async () => {
    const deletions = {
      ...relay.deletions,
      begin: async (header: string, process: string) => {
        await on.schedule({}, { version: 2 }).catch(() => undefined)
        return relay.deletions.begin(header, process)
      },
    }
    expect(await deleteContents({ ...relay, process: 'other', deletions })()).to.equal(0)
  })
})
