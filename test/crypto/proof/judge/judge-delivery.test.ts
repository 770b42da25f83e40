import { expect } from 'chai'
import { digestOf } from '#crypto/bytes/sha256.js'
import { issueReceipt } from '#crypto/evidence/issue-receipt.js'
import type { Receipt } from '#crypto/evidence/receipt.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { after, NOW } from '#test/support/world/moments.js'
import { sampleBundle, worldTrust } from '#test/support/world/sample-bundle.js'
import type { HistoryStep } from '#test/support/world/sample-history.js'
import { type World, world } from '#test/support/world/world.js'
import { factsOf, forged, knowing, relogged, standingsOf, storyOf } from '../story.js'

describe('what a bundle proves of a delivery', () => {
  let w: World
  let sample: ProofBundle
  let steps: HistoryStep[]
  before(async () => {
    w = await world()
    sample = await sampleBundle()
    steps = [{ code: 'A.1' }, { code: 'D.1', recipient: w.xb.id }]
  })

  it('relay-identified is proved, and unproved without evidence or entry', async () => {
    expect(await standingsOf(sample, 'relay-identified')).to.deep.equal(['proved'])
    const [named] = await factsOf(await knowing(sample, 'xa', 'xb'), 'relay-identified')
    expect(named).to.deep.include({ standing: 'unproved', data: { authority: w.relay.id } })
    const nobody = { ...sample, evidence: [] }
    expect((await factsOf(nobody, 'relay-identified'))[0]?.data).to.deep.equal({})
  })

  describe('evidence-chain-unbroken', () => {
    const standings = (bundle: ProofBundle) => standingsOf(bundle, 'evidence-chain-unbroken')
    it('is proved by a whole history', async () => {
      expect(await standings(sample)).to.deep.equal(['proved'])
    })
    it('is unproved without evidence, or without the relay that signed it', async () => {
      expect(await standings({ ...sample, evidence: [] })).to.deep.equal(['unproved'])
      expect(await standings(await knowing(sample, 'xa', 'xb'))).to.deep.equal(['unproved'])
    })
    it('is contradicted by a hole, a forgery, or a piece of another package', async () => {
      const other = (await sampleBundle()).evidence
      const [first = '', second = '', ...rest] = sample.evidence
      for (const evidence of [
        [first, ...rest],
        [second, ...rest],
        [first, forged(second, first), ...rest],
        [...sample.evidence, ...other],
        other,
      ]) {
        expect(await standings({ ...sample, evidence })).to.deep.equal(['contradicted'])
      }
    })
    it('is contradicted by evidence about somebody to whom it was not sent', async () => {
      const about = [...steps, { code: 'D.1', recipient: w.xc.id } as const]
      const bundle = await sampleBundle({ receipt: false, steps: about })
      expect(await standings(bundle)).to.deep.equal(['contradicted'])
    })
    it('is contradicted by evidence about another package or sender under this header', async () => {
      for (const lie of [
        { package: '019ca8a2-0000-7000-8000-000000000000' },
        { sender: w.xc.id },
      ] as HistoryStep['lie'][]) {
        const told = [{ code: 'A.1', lie } as HistoryStep]
        const bundle = await sampleBundle({ receipt: false, steps: told })
        expect(await standings(bundle)).to.deep.equal(['contradicted'])
      }
    })
    it('is contradicted by an expiry that had not come, or never comes', async () => {
      const expired = [...steps, { code: 'C.5', recipient: w.xb.id } as const]
      const bundle = (expires: Date | null) =>
        sampleBundle({ receipt: false, steps: expired, draft: { expires } })
      expect(await standings(await bundle(null))).to.deep.equal(['contradicted'])
      expect(await standings(await bundle(after(NOW, 3600)))).to.deep.equal(['contradicted'])
      const due = await bundle(after(NOW, 2))
      expect(await standings(due)).to.deep.equal(['proved'])
      expect(await standingsOf(due, 'expired')).to.deep.equal(['proved'])
      // Nobody owes a receipt any more.
      expect(await standingsOf(due, 'receipt-signed')).to.deep.equal([])
    })
  })

  it('recipient-identified needs the entry that the header names, and of that party', async () => {
    const of = (bundle: ProofBundle) => standingsOf(bundle, 'recipient-identified')
    expect(await of(sample)).to.deep.equal(['proved'])
    expect(await of(await knowing(sample, 'xa', 'relay'))).to.deep.equal(['unproved'])
    const recipients = [{ authority: w.xc.id, entry: w.xb.entry.digest }]
    expect(await of(await storyOf({ recipients }))).to.deep.equal(['contradicted'])
    const toRelay = [{ authority: w.relay.id, entry: w.relay.entry.digest }]
    expect(await of(await storyOf({ recipients: toRelay }))).to.deep.equal(['contradicted'])
    expect(await of({ ...sample, evidence: [] })).to.deep.equal(['proved'])
  })

  it('each step is proved, or worth telling as unproved until the matter is over', async () => {
    const open = await sampleBundle({ receipt: false, steps })
    expect(await standingsOf(open, 'available')).to.deep.equal(['proved'])
    expect(await standingsOf(open, 'notified')).to.deep.equal(['unproved'])
    expect(await standingsOf(open, 'handed-over')).to.deep.equal(['unproved'])
    expect(await standingsOf(open, 'receipt-signed')).to.deep.equal(['unproved'])
    expect(await standingsOf(open, 'receipt-accepted')).to.deep.equal(['unproved'])
    const over = await sampleBundle({ steps })
    expect(await standingsOf(over, 'notified')).to.deep.equal([])
    expect((await verifyBundle(over, await worldTrust())).verdict).to.equal('proved')
  })

  for (const code of ['D.2', 'D.4', 'E.2'] as const) {
    it(`undelivered is proved by ${code}`, async () => {
      const begun = code === 'D.2' ? steps.slice(0, 1) : steps
      const failed = [...begun, { code, recipient: w.xb.id }]
      const bundle = await sampleBundle({ receipt: false, steps: failed })
      expect(await standingsOf(bundle, 'undelivered')).to.deep.equal(['proved'])
      const { recipients } = await verifyBundle(bundle, await worldTrust())
      expect(recipients).to.deep.equal([{ authority: w.xb.id, state: 'undelivered' }])
    })
  }

  describe('a receipt', () => {
    const receiptOf = async (changes: Partial<Receipt>, key = w.registrar.key) => {
      const claims = (await readStatement(sample.receipts[0] ?? '')).payload as Receipt
      return issueReceipt({ ...claims, ...changes }, key)
    }
    const withReceipt = async (receipt: string) => relogged({ ...sample, receipts: [receipt] })

    it('is proved to be signed, handed in, and over the content that was sent', async () => {
      for (const fact of [
        'receipt-signed',
        'receipt-accepted',
        'receipt-matches-header',
      ] as const) {
        expect(await standingsOf(sample, fact), fact).to.deep.equal(['proved'])
      }
      const [fact] = await factsOf(sample, 'receipt-signed')
      expect(Object.keys(fact?.clocks ?? {})).to.deep.equal(['declared', 'observed', 'attested'])
    })

    it('is claimed while the relay does not say that it was handed in', async () => {
      const [receipt = ''] = sample.receipts
      const bundle = await relogged({ ...sample, evidence: sample.evidence.slice(0, -1) })
      expect(bundle.receipts).to.deep.equal([receipt])
      expect(await standingsOf(bundle, 'receipt-signed')).to.deep.equal(['claimed'])
      expect(await standingsOf(bundle, 'receipt-accepted')).to.deep.equal(['unproved'])
    })

    it('is unproved without its officer, or the recipient’s entry', async () => {
      const { credentials, ...rest } = sample
      const others = credentials.filter((one) => one !== w.registrar.credential)
      const anonymous = { ...rest, credentials: others }
      expect(await standingsOf(anonymous, 'receipt-signed')).to.deep.equal(['unproved'])
      const unknown = await knowing(sample, 'xa', 'relay')
      expect(await standingsOf(unknown, 'receipt-signed')).to.deep.equal(['unproved'])
    })

    it('is contradicted when it is another’s, for another package, or forged', async () => {
      const [honest = ''] = sample.receipts
      const [other = ''] = (await sampleBundle()).receipts
      for (const receipt of [
        await receiptOf({ header: '0'.repeat(64) }),
        await receiptOf({ parts: [] }),
        forged(honest, other),
        other,
      ]) {
        const bundle = await withReceipt(receipt)
        expect(await standingsOf(bundle, 'receipt-signed')).to.deep.equal(['contradicted'])
        expect((await verifyBundle(bundle, await worldTrust())).verdict).to.equal('contradicted')
      }
    })

    it('is contradicted when evidence of its hand-in names another', async () => {
      const second = await receiptOf({ declared: after(NOW, 9).toISOString() })
      const bundle = await withReceipt(second)
      expect(await standingsOf(bundle, 'receipt-accepted')).to.deep.equal(['contradicted'])
      expect(await standingsOf(bundle, 'receipt-signed')).to.deep.equal(['claimed'])
    })

    it('that rejects is proved as such, and so is a rejection without the receipt', async () => {
      const bundle = await sampleBundle({ receipt: { outcome: 'rejected', reason: 'Not ours' } })
      expect(await standingsOf(bundle, 'rejected')).to.deep.equal(['proved'])
      expect((await factsOf(bundle, 'receipt-signed'))[0]?.data['outcome']).to.equal('rejected')
      const without = await relogged({ ...bundle, receipts: [] })
      expect(await standingsOf(without, 'rejected')).to.deep.equal(['proved'])
      expect(await standingsOf(without, 'receipt-signed')).to.deep.equal(['unproved'])
    })

    it('of nobody to whom it was sent makes the bundle incoherent', async () => {
      const officer = await w.xc.officer('Carl', ['case'])
      const stray = await receiptOf({ recipient: w.xc.id }, officer.key)
      const bundle = await relogged({ ...sample, receipts: [...sample.receipts, stray] })
      expect(await standingsOf(bundle, 'bundle-coherent')).to.deep.equal(['contradicted'])
    })

    it('matches what was sent only as far as that is told', async () => {
      const of = (bundle: ProofBundle) => standingsOf(bundle, 'receipt-matches-header')
      expect(await of(await sampleBundle({ told: 'nothing' }))).to.deep.equal(['claimed'])
      const lie = { manifest: await digestOf('another manifest') }
      expect(await of(await sampleBundle({ receipt: lie }))).to.deep.equal(['contradicted'])
      const { disclosure } = sample
      if (!disclosure) throw new TypeError('told')
      const false_ = { ...sample, disclosure: { ...disclosure, manifestDigest: '0'.repeat(64) } }
      expect(await of(false_)).to.deep.equal(['contradicted'])
      // Nothing that the header commits to stands higher than the header.
      const others = sample.credentials.filter((one) => one !== w.drafter.credential)
      const unsigned = { ...sample, credentials: others }
      expect(await standingsOf(unsigned, 'header-signed')).to.deep.equal(['unproved'])
      expect(await of(unsigned)).to.deep.equal(['claimed'])
    })

    it('must state the parts as the manifest does, where that is disclosed', async () => {
      const told = { told: 'manifest' } as const
      const of = (bundle: ProofBundle) => standingsOf(bundle, 'receipt-matches-header')
      const honest = await sampleBundle(told)
      expect(await of(honest)).to.deep.equal(['proved'])
      const { parts } = (await readStatement(honest.receipts[0] ?? '')).payload as Receipt
      const lie = parts.map((part) => ({ ...part, digest: '0'.repeat(64) }))
      const claims = (await readStatement(honest.receipts[0] ?? '')).payload as Receipt
      const receipt = await issueReceipt({ ...claims, parts: lie }, w.registrar.key)
      expect(await of({ ...honest, receipts: [receipt] })).to.deep.equal(['contradicted'])
    })
  })
})
