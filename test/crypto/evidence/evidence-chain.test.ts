import { expect } from 'chai'
import fc from 'fast-check'
import type { PackageEvidence } from '#crypto/evidence/evidence.js'
import { packageState } from '#crypto/evidence/package-state.js'
import { verifyEvidenceChain } from '#crypto/evidence/verify-evidence-chain.js'
import type { VerifiedStatement } from '#crypto/statement/verify-statement.js'
import { codeOf } from '#test/support/code-of.js'
import { NOW } from '#test/support/world/moments.js'
import { type HistoryStep, verifiedHistory } from '#test/support/world/sample-history.js'
import { samplePackage } from '#test/support/world/sample-package.js'
import { type World, world } from '#test/support/world/world.js'

type Chain = readonly VerifiedStatement<PackageEvidence>[]

describe('a chain of evidence', () => {
  let w: World
  let header: string
  let chain: Chain
  let steps: HistoryStep[]
  before(async () => {
    w = await world()
    header = (await samplePackage()).header
    const recipient = w.xb.id
    steps = [
      { code: 'A.1' },
      { code: 'D.1', recipient },
      { code: 'D.3', recipient },
      { code: 'E.1', recipient },
    ]
    chain = await verifiedHistory(header, steps)
  })
  const codeFor = (links: Chain) => codeOf(() => verifyEvidenceChain(links))

  it('is one history, of which every beginning is one too', () => {
    for (let length = 1; length <= chain.length; length++) {
      expect(verifyEvidenceChain(chain.slice(0, length))).to.have.length(length)
    }
    expect(packageState(verifyEvidenceChain(chain), w.xb.id).state).to.equal('handed-over')
  })

  it('is refused empty, without its beginning, or with a piece missing', async () => {
    expect(await codeFor([])).to.equal('evidence/chain')
    for (let without = 0; without < chain.length - 1; without++) {
      expect(await codeFor(chain.filter((_, i) => i !== without))).to.equal('evidence/chain')
    }
  })

  it('is refused in any other order, and with a piece played again', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 6 }),
        async (order) => {
          fc.pre(order.some((index, i) => index !== i))
          expect(await codeFor(order.flatMap((i) => chain.slice(i, i + 1)))).to.equal(
            'evidence/chain',
          )
        },
      ),
    ))

  it('is refused with a piece of another package’s history', async () => {
    const other = await verifiedHistory((await samplePackage()).header, steps)
    for (let i = 0; i < chain.length; i++) {
      expect(await codeFor(chain.with(i, other[i] ?? chain[0] ?? raise()))).to.equal(
        i === 0 && chain.length === 1 ? 'nothing was refused' : 'evidence/chain',
      )
    }
  })

  it('is refused when it forks: a piece that names another predecessor', async () => {
    const lie = { previous: '0'.repeat(64) }
    const forked = await verifiedHistory(header, [{ code: 'A.1' }, { ...step(1), lie }])
    expect(await codeFor(forked)).to.equal('evidence/chain')
  })

  for (const [what, lie] of [
    ['sender', { sender: 'xc.court' }],
    ['submission time', { submitted: NOW.toISOString() }],
    ['package', { package: '019ca8a2-0000-7000-8000-000000000000' }],
    ['header', { header: '0'.repeat(64) }],
    ['sequence', { sequence: 2 }],
  ] as [string, Partial<PackageEvidence>][]) {
    it(`is refused when its ${what} changes on the way`, async () => {
      const changed = await verifiedHistory(header, [{ code: 'A.1' }, { ...step(1), lie }])
      expect(await codeFor(changed)).to.equal('evidence/chain')
    })
  }

  it('is refused when time runs back', async () => {
    const lie = { time: chain[0]?.payload.time ?? '' }
    const back = await verifiedHistory(header, [step(0), step(1), { ...step(2), lie }])
    expect(await codeFor(back)).to.equal('evidence/chain')
    const still = await verifiedHistory(header, [step(0), { ...step(1), lie }])
    expect(await codeFor(still)).to.equal('nothing was refused')
  })

  it('is refused with steps that no relay may take', async () => {
    const leap = await verifiedHistory(header, [step(0), step(3)])
    expect(await codeFor(leap)).to.equal('evidence/chain')
    const toSender = await verifiedHistory(header, [step(0), { code: 'D.1', recipient: w.xa.id }])
    expect(await codeFor(toSender)).to.equal('evidence/chain')
  })

  const step = (index: number) => steps[index] ?? raise()
  const raise = (): never => {
    throw new Error('no such step')
  }
})
