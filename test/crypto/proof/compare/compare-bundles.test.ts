import { expect } from 'chai'
import { compareBundles } from '#crypto/proof/compare/compare-bundles.js'
import type { Comparison } from '#crypto/proof/compare/comparison.js'
import { issueReceipt } from '#crypto/evidence/issue-receipt.js'
import { Receipt } from '#crypto/evidence/receipt.js'
import { PackageId } from '#crypto/fields/fields.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { after } from '#test/support/world/moments.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { sampleBundle, worldTrust } from '#test/support/world/sample-bundle.js'
import { historyOf } from '#test/support/world/sample-history.js'
import { ORIGIN, sampleLog } from '#test/support/world/sample-log.js'
import { world } from '#test/support/world/world.js'
import { openCheckpoint, signCheckpoint } from '#crypto/transparency/checkpoint.js'
import { noteKey } from '#crypto/transparency/note-key.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { forged, relogged } from '../story.js'

const compare = async (a: ProofBundle, b: ProofBundle) => compareBundles([a, b], await worldTrust())
const found = ({ findings }: Comparison, code: string) =>
  findings.filter(({ finding, data }) => finding === code || data['fact'] === code)
const contradictions = ({ findings }: Comparison) =>
  findings
    .filter(({ standing }) => standing === 'contradiction')
    .map(({ finding, against }) => [finding, against])

describe('two bundles against each other', function () {
  this.timeout(300_000)
  let bundle: ProofBundle
  let early: ProofBundle
  before(async () => {
    bundle = await sampleBundle()
    const evidence = bundle.evidence.slice(0, 3)
    early = await relogged({ ...bundle, evidence, receipts: [] })
  })

  it('agree where they prove the same', async () => {
    const comparison = await compare(bundle, { ...bundle })
    expect(comparison.outcome).to.equal('agree')
    expect(found(comparison, 'evidence-agrees')).to.have.length(1)
    expect(found(comparison, 'log-joined')).to.have.length(1)
    expect(found(comparison, 'receipt-signed')[0]).to.deep.include({ standing: 'both' })
  })

  it('differ where one was exported before the other, and name what only the later one proves', async () => {
    for (const [pair, later] of [
      [[bundle, early], 'first'],
      [[early, bundle], 'second'],
    ] as const) {
      const comparison = await compare(...pair)
      expect(comparison.outcome).to.equal('differ')
      expect(found(comparison, 'evidence-longer')[0]).to.include({ standing: later })
      expect(found(comparison, 'receipt-signed')[0]).to.include({ standing: later })
      expect(found(comparison, 'header-signed')[0]).to.include({ standing: 'both' })
      expect(found(comparison, 'log-unjoined')[0]).to.include({ standing: 'unshown' })
    }
  })

  it('tell what only one claims, and that one only claims what the other proves', async () => {
    const silent = await relogged({ ...bundle, evidence: bundle.evidence.slice(0, -1) })
    const comparison = await compare(bundle, silent)
    const [signed] = found(comparison, 'receipt-signed')
    expect(signed).to.include({ finding: 'fact', standing: 'first' })
    expect(signed?.data).to.include({ other: 'claimed' })
    expect(signed?.text).to.match(/The second bundle only claims it\.$/)
    const untold = { ...silent }
    delete untold.disclosure
    const claims = await compare(await relogged({ ...untold, receipts: [] }), untold)
    expect(found(claims, 'receipt-matches-header')[0]).to.deep.include({
      finding: 'claim',
      standing: 'second',
      data: { fact: 'receipt-matches-header', about: 'xb.pgo', other: 'unproved' },
    })
    expect(claims.outcome).to.equal('differ')
    // One key that is good says nothing of another.
    const keys = found(await compare(bundle, bundle), 'key-not-revoked')
    expect(keys.map(({ standing }) => standing)).to.deep.equal(['both', 'both', 'both'])
  })

  it('are joined where a later checkpoint of one is that of the other', async () => {
    const { relay } = await world()
    const leaves = [...bundle.evidence, ...bundle.receipts]
    const short = await sampleLog(leaves, relay.logKey, 3)
    const long = await sampleLog(leaves, relay.logKey, 9)
    const consistency = {
      checkpoint: long.checkpoint,
      path: await long.consistencyFrom(short.size),
    }
    const log = ({ checkpoint, leaves: its }: typeof long) => ({ checkpoint, leaves: its })
    const before = { ...bundle, log: log(short), timestamps: [], consistency }
    const after = { ...bundle, log: log(long), timestamps: [] }
    expect(found(await compare(before, after), 'log-joined')).to.have.length(1)
  })

  it('say so where they are of different logs, and accuse nobody', async () => {
    const { relay } = await world()
    const leaves = [...bundle.evidence, ...bundle.receipts]
    const key = await noteKey('zz.other/log', 'note', relay.logKey)
    const { checkpoint } = await sampleLog(leaves, relay.logKey)
    const opened = await openCheckpoint(checkpoint, await noteKey(ORIGIN, 'note', relay.logKey))
    const other = await signCheckpoint({ ...opened, origin: 'zz.other/log' }, key)
    const log = bundle.log && { ...bundle.log, checkpoint: other }
    const comparison = await compare(bundle, { ...bundle, log, timestamps: [] })
    expect(comparison.outcome).to.equal('differ')
    const [finding] = found(comparison, 'logs-differ')
    expect(finding).to.deep.include({
      standing: 'unshown',
      data: { first: ORIGIN, second: 'zz.other/log' },
    })
    expect(found(comparison, 'log-joined')).to.deep.equal([])
  })

  it('contradict where the relay signed two histories', async () => {
    const { relay, xb } = await world()
    const other = await historyOf(bundle.header, [
      { code: 'A.1' },
      { code: 'D.1', recipient: xb.id },
      { code: 'D.4', recipient: xb.id },
    ])
    const forked = { ...early, evidence: other, log: null, timestamps: [] }
    const comparison = await compare({ ...bundle, log: null, timestamps: [] }, forked)
    expect(contradictions(comparison)).to.deep.equal([['evidence-forked', relay.id]])
    expect(found(comparison, 'evidence-forked')[0]?.data).to.include({ sequence: '2' })
  })

  it('contradict where the log showed two roots of one size, and where two leaves are of one index', async () => {
    const { relay } = await world()
    const leaves = [...early.evidence].reverse()
    const size = bundle.evidence.length + bundle.receipts.length
    for (const more of [3 + size - leaves.length, 3]) {
      const { checkpoint, leaves: its } = await sampleLog(leaves, relay.logKey, more)
      const split = { ...early, log: { checkpoint, leaves: its }, timestamps: [] }
      const comparison = await compare(bundle, split)
      expect(contradictions(comparison)).to.deep.equal([['split-view', ORIGIN]])
    }
  })

  it('contradict where a recipient signed two receipts', async () => {
    const { relay, xb, registrar } = await world()
    const recipient = xb.id
    const said = Receipt.parse((await readStatement(bundle.receipts[0] ?? '')).payload)
    const declared = after(new Date(said.declared), 1).toISOString()
    const another = await issueReceipt({ ...said, declared }, registrar.key)
    const evidence = await historyOf(bundle.header, [
      ...[{ code: 'A.1' as const }, { code: 'D.1' as const, recipient }],
      ...[
        { code: 'D.3' as const, recipient },
        { code: 'E.1' as const, recipient },
      ],
      { code: 'C.3', recipient, subject: await digestOf(another) },
    ])
    const other = { ...bundle, evidence, receipts: [another], log: null, timestamps: [] }
    expect(contradictions(await compare(bundle, other))).to.deep.equal([
      ['evidence-forked', relay.id],
      ['receipts-differ', xb.id],
    ])
  })

  it('contradict where a sender signed two headers of one package', async () => {
    const { xa } = await world()
    const id = PackageId.parse('01890a5d-ac96-774b-bcce-b302099a8057')
    const [one, another] = [
      await sampleBundle({ draft: { package: id } }),
      await sampleBundle({ draft: { package: id, urgency: 'urgent' } }),
    ]
    const second = { ...another, log: null, timestamps: [] }
    const comparison = await compare(one, second)
    expect(contradictions(comparison)).to.deep.include(['headers-differ', xa.id])
  })

  it('of different packages are held against each other for their logs only', async () => {
    const id = PackageId.parse('01890a5d-ac96-774b-bcce-b302099a8057')
    const other = await sampleBundle({ draft: { package: id } })
    const { findings, outcome } = await compare(bundle, { ...other, log: null, timestamps: [] })
    expect(findings.map(({ finding }) => finding)).to.deep.equal(['package-differs'])
    expect(outcome).to.equal('differ')
  })

  it('accuse nobody where one is false by itself, and name a manifest that the header does not commit to', async () => {
    const [first = '', second = '', ...rest] = bundle.evidence
    const evidence = [forged(first, second), second, ...rest]
    const comparison = await compare(bundle, { ...bundle, evidence })
    expect(contradictions(comparison)).to.deep.equal([['bundle-false', undefined]])
    expect(found(comparison, 'evidence-longer')[0]).to.include({ standing: 'first' })
    const { disclosure } = bundle
    if (!disclosure) throw new TypeError('told the salt')
    const told = { ...disclosure, manifestDigest: 'ab'.repeat(32) }
    expect(contradictions(await compare({ ...bundle, disclosure: told }, bundle))).to.deep.equal([
      ['bundle-false', undefined],
      ['manifests-differ', undefined],
    ])
  })
})
