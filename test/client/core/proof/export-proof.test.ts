import { expect } from 'chai'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { exportProof } from '#client/core/proof/export-proof.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { Evidence } from '#crypto/evidence/evidence.js'
import { issueEvidence } from '#crypto/evidence/issue-evidence.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type {
  AbsenceMaterial,
  EvidenceItem,
  PackageRecord,
  ProofMaterial,
} from '#server/contract/wire.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { codeOf } from '#test/support/code-of.js'
import { after } from '#test/support/world/moments.js'
import { nextEntry, withNewKey } from '#test/support/world/next-entry.js'

describe('exporting a proof', () => {
  let net: Constellation
  let id: PackageId
  beforeEach(async () => {
    net = await constellation()
    id = await net.sent()
    await acknowledgePackage(net.berta, id)
  })
  const lie = (change: (material: ProofMaterial) => unknown) => {
    net.lies.answers.readProof = change
  }
  const exported = () => exportProof(net.ana, id, { withinMs: 0 })
  const standingOf = async (fact: string) =>
    (await exported()).verdict.facts.find((one) => one.fact === fact)?.standing

  it('verifies what it hands out, and a stranger verifies the same', async () => {
    await net.settle()
    for (const session of [net.ana, net.berta]) {
      const { octets, verdict } = await exportProof(session, id, { withinMs: 0 })
      expect(verdict.facts.filter(({ standing }) => standing === 'contradicted')).to.deep.equal([])
      const at = net.ana.platform.now()
      expect(await verifyBundle(parseBundle(octets), net.ana.trust, { at })).to.deep.equal(verdict)
      expect(Buffer.from(octets).includes('Service of a summons')).to.equal(false)
    }
  })

  it('discloses the manifest to match documents, only when asked to', async () => {
    await net.settle()
    const { octets } = await exportProof(net.ana, id, { withinMs: 0, discloseManifest: true })
    expect(parseBundle(octets).disclosure?.manifest).to.be.a('string')
    expect(parseBundle((await exported()).octets).disclosure?.manifest).to.equal(undefined)
  })

  it('waits for checkpoint and time-stamp, and says for what it waits in vain', async () => {
    expect(await codeOf(exported)).to.equal('proof-pending')
    const waited: string[] = []
    const onWaiting = (what: string) => {
      waited.push(what)
      if (waited.length === 1) void net.sequence()
      else void net.settle()
    }
    await exportProof(net.ana, id, { withinMs: 30_000, onWaiting })
    expect(waited[0]).to.equal('checkpoint')
    expect(waited).to.include('time-stamp')
  })

  it('refuses the proof of another package', async () => {
    const other = await net.sent()
    await net.settle()
    const shown = await net.ana.relay.call('readProof', { params: { package: other } })
    lie(() => shown)
    expect(await codeOf(exported)).to.equal('evidence-untrusted')
  })

  it('shows in its own verdict what the relay left out or changed', async () => {
    await net.settle()
    expect(await standingOf('receipt-matches-header')).to.equal('proved')
    lie((material) => ({ ...material, record: { ...material.record, receipts: [] } }))
    expect(await standingOf('receipt-matches-header')).to.not.equal('proved')
    lie((material) => ({ ...material, leaves: [] }))
    expect(await standingOf('logged')).to.not.equal('proved')
    lie((material) => ({ ...material, timestamps: [] }))
    expect(await standingOf('time-stamped')).to.not.equal('proved')
    lie(({ record, ...material }) => {
      const evidence = record.evidence.slice(1)
      return { ...material, record: { ...record, evidence } }
    })
    expect((await exported()).verdict.verdict).to.equal('contradicted')
  })

  it('adds the version by which a recipient took its key back, though the relay leaves it out', async () => {
    const { relay } = net
    await net.settle()
    const taken = relay.clock.now()
    const { keys } = await withNewKey(relay.xb, 'credentials')
    const entry = await nextEntry(relay.xb, { keys, validFrom: taken.toISOString() })
    await relay.publishEntry({ entry })
    relay.setClock(after(taken, 60))
    // The relay says that the receipt came after that: by the record, and by what it gives for the proof.
    const late = async ({ statement, ...item }: EvidenceItem): Promise<EvidenceItem> => {
      const payload = Evidence.parse((await readStatement(statement)).payload)
      if (payload.code !== 'C.3') return { statement, ...item }
      const time = after(taken, 30).toISOString()
      const signed = await issueEvidence({ ...payload, time }, relay.relay.evidenceKey)
      return { statement: signed, digest: await digestOf(signed), index: item.index }
    }
    const lying = async <R extends PackageRecord>(record: R): Promise<R> => ({
      ...record,
      evidence: await Promise.all(record.evidence.map(late)),
    })
    net.lies.answers.readPackage = lying
    lie(async ({ record, entries, ...material }) => ({
      ...material,
      record: await lying(record),
      entries: entries.filter(({ statement }) => statement !== entry),
    }))
    const { octets, verdict } = await exported()
    expect(parseBundle(octets).entries).to.include(entry)
    const signed = verdict.facts.find(({ fact }) => fact === 'receipt-signed')
    expect(signed?.standing).to.equal('contradicted')
  })

  it('has the relay state that receipts are absent, and joins each with the checkpoint', async () => {
    const silent = await net.sent()
    await net.settle()
    const absent = () => exportProof(net.ana, silent, { withinMs: 0, absentFrom: 'unanswered' })
    const { octets, verdict } = await absent()
    expect(parseBundle(octets)).to.include({ version: 2 })
    const standing = (code: string) => verdict.facts.find(({ fact }) => fact === code)?.standing
    expect(standing('absence-stated')).to.equal('proved')
    expect(standing('receipt-absent')).to.equal('claimed')
    expect(verdict.facts.filter(({ standing: one }) => one === 'contradicted')).to.deep.equal([])

    net.lies.answers.readAbsence = (material: AbsenceMaterial) => ({
      ...material,
      absence: parseBundle(octets).header,
    })
    expect(await codeOf(absent)).to.equal('evidence-untrusted')
    const answered = () => exportProof(net.ana, id, { withinMs: 0, absentFrom: 'unanswered' })
    expect(await codeOf(answered)).to.equal('usage')
    const asked = () =>
      exportProof(net.ana, id, { withinMs: 0, absentFrom: [net.berta.officer.authority] })
    expect(await codeOf(asked)).to.equal('receipt-present')
  })
})
