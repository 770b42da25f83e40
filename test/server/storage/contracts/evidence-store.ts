import { expect } from 'chai'
import type { EvidenceStore, StoredEvidence } from '#server/domain/ports.js'
import { anyDigest, at, someEvidence, xa, xb, xc } from './fixtures.js'

/** What every EvidenceStore promises. `sequence` gives a statement its leaf index, as the log does. */
export function evidenceStoreContract(
  store: () => EvidenceStore,
  sequence: (digest: string, index: number) => Promise<void>,
): void {
  const keep = async (changes: Partial<StoredEvidence> = {}) => {
    const kept = await store().keep(someEvidence(changes))
    if (kept === 'taken') throw new Error('taken')
    return kept
  }

  it('gives back exactly what it keeps', async () => {
    const evidence = someEvidence({
      recipient: xb,
      parties: [xa, xb],
      code: 'D.1',
      step: 'D.1/xb.pgo',
    })
    const kept = { ...evidence, index: null }
    expect(await store().keep(evidence)).to.deep.equal(kept)
    expect(await store().findStep(evidence.header, 'D.1/xb.pgo')).to.deep.equal(kept)
    expect(await store().findByDigest(evidence.digest)).to.deep.equal(kept)
    expect(await store().chain(evidence.header)).to.deep.equal([kept])
  })

  it('knows nothing else', async () => {
    const { header } = await keep()
    expect(await store().findStep(header, 'A.2')).to.equal(undefined)
    expect(await store().findByDigest(anyDigest())).to.equal(undefined)
    expect(await store().chain(anyDigest())).to.deep.equal([])
    expect(await store().chains([anyDigest()])).to.deep.equal(new Map())
  })

  it('answers a step that was done with what is kept, even at another place', async () => {
    const first = await keep()
    const { header } = first
    expect(await store().keep(someEvidence({ header, keptAt: at(5) }))).to.deep.equal(first)
    expect(await store().keep(someEvidence({ header, sequence: 1 }))).to.deep.equal(first)
    expect(await store().chain(header)).to.deep.equal([first])
  })

  it('says that a place is taken, and keeps nothing', async () => {
    const { header } = await keep()
    expect(await store().keep(someEvidence({ header, step: 'A.2', code: 'A.2' }))).to.equal('taken')
    expect(await store().chain(header)).to.have.length(1)
  })

  it('gives each place to one of fifty writers', async () => {
    const { header } = await keep()
    const steps = Array.from({ length: 50 }, (_, i) =>
      someEvidence({
        header,
        sequence: 1 + (i % 5),
        step: `D.1/x${i}`,
        code: 'D.1',
        recipient: xb,
      }),
    )
    const results = await Promise.all(steps.map((step) => store().keep(step)))
    expect(results.filter((kept) => kept !== 'taken')).to.have.length(5)
    const chain = await store().chain(header)
    expect(chain.map((kept) => kept.sequence)).to.deep.equal([0, 1, 2, 3, 4, 5])
  })

  it('keeps one step of fifty writers, and tells all of them which', async () => {
    const header = anyDigest()
    const kept = await Promise.all(
      Array.from({ length: 50 }, () => store().keep(someEvidence({ header }))),
    )
    const [only, ...others] = await store().chain(header)
    expect(others).to.deep.equal([])
    for (const one of kept) expect(one).to.deep.equal(only)
  })

  it('gives several chains at once, each in its order', async () => {
    const { header: one } = await keep()
    const { header: two } = await keep()
    await keep({ header: one, sequence: 2, step: 'c' })
    await keep({ header: one, sequence: 1, step: 'b' })
    const chains = await store().chains([one, two, anyDigest()])
    expect([...chains.keys()]).to.have.members([one, two])
    expect(chains.get(one)?.map((kept) => kept.step)).to.deep.equal(['A.1', 'b', 'c'])
    expect(chains.get(two)).to.have.length(1)
  })

  it('feeds each authority its sequenced events in the log’s order, the others apart', async () => {
    const kept = []
    for (let i = 0; i < 6; i++) {
      kept.push(await keep({ parties: i % 2 === 0 ? [xa, xb] : [xa, xc], keptAt: at(10 - i) }))
    }
    const indexes = [30, 10, 20, 40]
    for (const [i, index] of indexes.entries()) await sequence(kept[i]?.digest ?? '', index)
    const after = async (position: number, limit = 50) =>
      (await store().sequencedAfter(xa, position, limit)).map(({ index }) => index)
    expect(await after(-1)).to.deep.equal([10, 20, 30, 40])
    expect(await after(10)).to.deep.equal([20, 30, 40])
    expect(await after(19, 2)).to.deep.equal([20, 30])
    expect(await after(40)).to.deep.equal([])
    expect((await store().sequencedAfter(xb, -1, 9)).map(({ index }) => index)).to.deep.equal([
      20, 30,
    ])

    const waiting = await store().unsequenced(xa, 50)
    expect(waiting.map(({ digest }) => digest)).to.deep.equal([kept[5]?.digest, kept[4]?.digest])
    expect(await store().unsequenced(xa, 1)).to.have.length(1)
    expect(await store().unsequenced(xb, 50)).to.have.length(1)
  })
}
