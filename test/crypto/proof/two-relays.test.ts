import { expect } from 'chai'
import type { TrustList } from '#crypto/directory/trust-list.js'
import { issueEvidence } from '#crypto/evidence/issue-evidence.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { compareBundles } from '#crypto/proof/compare/compare-bundles.js'
import type { Comparison } from '#crypto/proof/compare/comparison.js'
import { formatVerifierKey, noteKey } from '#crypto/transparency/note-key.js'
import { after, NOW } from '#test/support/world/moments.js'
import { withAbsence } from '#test/support/world/sample-absence.js'
import { sampleBundle, worldTrust } from '#test/support/world/sample-bundle.js'
import { type HistoryStep, historyOf } from '#test/support/world/sample-history.js'
import { ORIGIN, sampleLog, sampleStamper } from '#test/support/world/sample-log.js'
import { withTranslation } from '#test/support/world/sample-translation.js'
import { type Relay, relayOf, type World, world } from '#test/support/world/world.js'
import { factsOf, standingsOf } from './story.js'

/** Under the roots of one trust list there may be several relays, and one of them may be somebody's accomplice. */
describe('a second relay under the same roots', function () {
  this.timeout(300_000)
  let w: World
  let second: Relay
  let sample: ProofBundle
  before(async () => {
    w = await world()
    second = await relayOf(w.root, 'zz.second')
    sample = await sampleBundle()
  })

  /** What anybody can have of it: evidence that it accepted an entry. */
  const stray = () =>
    issueEvidence(
      {
        about: 'directory',
        code: 'X.1',
        time: after(NOW, 1).toISOString(),
        issuer: second.id,
        authority: second.id,
        subject: second.entry.digest,
      },
      second.evidenceKey,
    )
  /** The package's story as the second relay tells it, under a log that it calls by the first one's name. */
  async function told(header = sample.header, more: HistoryStep[] = []): Promise<ProofBundle> {
    const recipient = w.xb.id
    const steps = [{ code: 'A.1' as const }, { code: 'D.1' as const, recipient }, ...more]
    const evidence = await historyOf(header, steps, second)
    const { checkpoint, leaves } = await sampleLog(evidence, second.logKey, 7)
    const entries = [...sample.entries.slice(0, 2), second.entry.statement]
    const log = { checkpoint, leaves }
    return { ...sample, header, entries, evidence, receipts: [], log, timestamps: [] }
  }
  const naming = async (relay: Relay): Promise<TrustList> => ({
    ...(await worldTrust()),
    logs: [formatVerifierKey(await noteKey(ORIGIN, 'note', relay.logKey))],
  })
  const accused = ({ findings }: Comparison) =>
    findings.flatMap(({ finding, against }) => (against === undefined ? [] : [finding]))

  it('does not stand for the relay of the package, nor make the operator’s clock a stranger’s', async () => {
    const stamper = await sampleStamper({ party: w.relay.id })
    const timestamps = [await stamper.stamp(sample.log?.checkpoint ?? '', after(NOW, 30))]
    const entries = [second.entry.statement, ...sample.entries]
    const evidence = [await stray(), ...sample.evidence]
    const bundle = { ...sample, entries, evidence, timestamps }
    const [relay] = await factsOf(bundle, 'relay-identified')
    expect(relay?.data).to.include({ authority: w.relay.id })
    expect(await standingsOf(bundle, 'checkpoint-signed')).to.deep.equal(['proved'])
    const [stamped] = await factsOf(bundle, 'time-stamped')
    expect(stamped?.data).to.include({ kind: 'operator' })
  })

  it('says nothing of who had a text to translate, nor when a translator’s key was good', async () => {
    const bundle = await withTranslation(
      { ...sample, entries: [...sample.entries, second.entry.statement] },
      { observer: second },
    )
    expect(await standingsOf(bundle, 'custody-unbroken')).to.deep.equal(['unproved'])
    expect(await standingsOf(bundle, 'translation-certified')).to.deep.equal(['claimed'])
    expect(await standingsOf(bundle, 'translation-reviewed')).to.deep.equal(['claimed'])
    expect(await standingsOf(bundle, 'key-not-revoked')).to.include('claimed')
  })

  it('takes nobody’s name for its log where the trust list names whose it is', async () => {
    const bundle = await told()
    const of = (trust: TrustList) => standingsOf(bundle, 'checkpoint-signed', { trust })
    expect(await of(await naming(w.relay))).to.deep.equal(['contradicted'])
    expect(await of(await naming(second))).to.deep.equal(['proved'])
    expect(await of(await worldTrust())).to.deep.equal(['proved'])
  })

  it('convicts nobody but itself of what it signed', async () => {
    const trust = await worldTrust()
    for (const pair of [
      [sample, await told()],
      [await told(), sample],
    ] as const) {
      const comparison = await compareBundles(pair, trust)
      expect(accused(comparison)).to.deep.equal([])
      const codes = comparison.findings.map(({ finding }) => finding)
      expect(codes).to.include.members(['relays-differ', 'logs-differ'])
    }
    // Of itself it does: two histories, and two trees under one name.
    const other = await told()
    const { checkpoint, leaves } = await sampleLog(other.evidence.toReversed(), second.logKey, 7)
    const split = await compareBundles([other, { ...other, log: { checkpoint, leaves } }], trust)
    expect(accused(split)).to.deep.equal(['split-view'])
  })

  it('shows no receipt in the first one’s log that the first one said not to be there', async () => {
    const silent = await sampleBundle({ receipt: false })
    const absence = await withAbsence(silent, { more: 9 })
    const shown = await told(silent.header, [{ code: 'D.3', recipient: w.xb.id }])
    const comparison = await compareBundles([absence, shown], await worldTrust())
    expect(accused(comparison)).to.deep.equal([])
    // Whereas the first one would be convicted by that leaf.
    const convicting = await withAbsence(silent, { more: 9, lie: { evidence: [] } })
    const own = await compareBundles([convicting, silent], await worldTrust())
    expect(accused(own)).to.deep.equal(['absence-false'])
  })
})
