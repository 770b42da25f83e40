import { expect } from 'chai'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { openDocuments, readPackage } from '#client/core/packages/open-package.js'
import { packageStatus } from '#client/core/packages/package-status.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { issueEvidence } from '#crypto/evidence/issue-evidence.js'
import { issueReceipt } from '#crypto/evidence/issue-receipt.js'
import type { Receipt } from '#crypto/evidence/receipt.js'
import type { PackageId } from '#crypto/fields/fields.js'
import type { PackageRecord } from '#server/contract/wire.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { memoryFolder } from '#test/support/client/memory-platform.js'
import { codeOf } from '#test/support/code-of.js'
import { callerOf } from '#test/support/fake-relay.js'
import { Outage } from '#test/support/fake-ports.js'
import { rejection } from '#test/support/rejection.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('acknowledging a package', () => {
  let net: Constellation
  let id: PackageId
  beforeEach(async () => {
    net = await constellation()
    id = await net.sent()
  })
  const open = async () =>
    openDocuments(net.berta, await readPackage(net.berta, id), memoryFolder().sinkFor)
  const acknowledge = (rejection?: string) => acknowledgePackage(net.berta, id, rejection)
  const status = () => packageStatus(net.ana, id)

  it('states what was opened and verified here, and what was not', async () => {
    expect(await acknowledge()).to.include({ already: false, verified: 0, unopened: 2 })
    const { receipts, record } = await status()
    expect(receipts.map(({ receipt }) => receipt.payload.outcome)).to.deep.equal(['accepted'])
    expect(receipts[0]?.receipt.payload.parts.map(({ state }) => state)).to.deep.equal([
      'unopened',
      'unopened',
    ])
    expect(receipts[0]?.disagreements).to.deep.equal([])
    expect(record.states.get(net.relay.xb.id)).to.equal('accepted')
  })

  it('names documents as verified only where this very manifest was opened', async () => {
    await open()
    expect(await acknowledge()).to.include({ verified: 2, unopened: 0 })
    const next = await net.sent()
    const { record } = await readPackage(net.berta, next)
    const other = { manifest: '0'.repeat(64), verified: ['x'] }
    net.berta.platform.state.opened.set(record.header.digest, other)
    expect(await acknowledgePackage(net.berta, next)).to.include({ verified: 0, unopened: 2 })
  })

  it('signs once: whoever asks again gets the receipt there is', async () => {
    const first = await acknowledge()
    await open()
    const again = await acknowledge('not for us')
    expect(again).to.include({ already: true, receipt: first.receipt, verified: 0 })
    expect(again.evidence.digest).to.equal(first.evidence.digest)
  })

  it('gives a colleague’s receipt when both acknowledge at the same time', async () => {
    const later = { ...net.berta.platform, now: () => after(NOW, 1) }
    const colleague = acknowledgePackage({ ...net.berta, platform: later }, id)
    const [one, other] = await Promise.all([acknowledge(), colleague])
    expect(one.receipt).to.equal(other.receipt)
    expect([one.already, other.already].sort()).to.deep.equal([false, true])
  })

  it('is completed by a repetition wherever it was cut off, with one receipt', async () => {
    net.crash.failAt(undefined)
    await acknowledge()
    const effects = net.crash.calls()
    for (let call = 0; call < effects; call++) {
      for (const when of ['before', 'after'] as const) {
        const next = await net.sent()
        net.crash.failAt({ call, when })
        const cut = await rejection(acknowledgePackage(net.berta, next)).catch(() => undefined)
        expect(cut === undefined || cut instanceof Outage, `${call} ${when}`).to.equal(true)
        net.crash.failAt(undefined)
        // A receipt signed a moment later is another one: the first may be kept, and must be stated.
        net.relay.setClock(after(net.relay.clock.now(), 1))
        await acknowledgePackage(net.berta, next)
        const { receipts } = await packageStatus(net.ana, next)
        expect(receipts, `${call} ${when}`).to.have.length(1)
      }
    }
  })

  it('is completed by a later receipt wherever the relay died, the first one standing', async () => {
    net.relay.failAt(undefined)
    await acknowledge()
    const calls = net.relay.calls()
    for (let call = 0; call < calls; call++) {
      const next = await net.sent()
      net.relay.failAt({ call, when: 'after' })
      await acknowledgePackage(net.berta, next).catch(() => undefined)
      net.relay.failAt(undefined)
      net.relay.setClock(after(net.relay.clock.now(), 1))
      const { receipt } = await acknowledgePackage(net.berta, next)
      const kept = net.relay.state.receipts.filter(({ statement }) => statement === receipt)
      expect(kept, `call ${call}`).to.have.length(1)
      expect(await net.stepsOf(next), `call ${call}`).to.include('C.3/xb.pgo')
    }
  })

  it('rejects with a reason, which is evidence C.4', async () => {
    const { evidence } = await acknowledge('addressed to another department')
    expect(evidence.payload.code).to.equal('C.4')
    const { receipts, record } = await status()
    expect(receipts[0]?.receipt.payload.reason).to.equal('addressed to another department')
    expect(record.states.get(net.relay.xb.id)).to.equal('refused')
  })

  it('takes a reason as it was written, on one line, and none that says nothing or too much', async () => {
    await acknowledge('wrong department:\nsee the\u200f annex\n')
    const { receipts } = await status()
    expect(receipts[0]?.receipt.payload.reason).to.equal('wrong department: see the annex')
    const next = await net.sent()
    for (const reason of ['', ' \n', 'x'.repeat(501)]) {
      expect(await codeOf(() => acknowledgePackage(net.berta, next, reason))).to.equal('usage')
    }
  })

  it('does not take other evidence for that of its receipt', async () => {
    const other = await acknowledgePackage(net.berta, await net.sent())
    const item = { statement: other.evidence.statement, digest: other.evidence.digest, index: null }
    net.lies.answers.acknowledgePackage = () => ({ evidence: item })
    expect(await codeOf(acknowledge)).to.equal('evidence-untrusted')
  })

  describe('as the sender sees it', () => {
    const lie = (change: (record: PackageRecord) => unknown) => {
      net.lies.answers.readPackage = change
    }
    const refusal = () => codeOf(status)

    /** A receipt as Berta's own client would not sign it, handed in past that client. */
    async function handIn(changes: Partial<Receipt>) {
      const { manifest, opened, record } = await readPackage(net.berta, id)
      const receipt = await issueReceipt(
        {
          package: id,
          header: record.header.digest,
          manifest: opened.manifest.digest,
          recipient: net.relay.xb.id,
          outcome: 'accepted',
          reason: null,
          parts: manifest.parts.map(({ part, digest }) => ({ part, digest, state: 'verified' })),
          declared: NOW.toISOString(),
          ...changes,
        },
        net.relay.registrar.key,
      )
      const { credential } = net.relay.registrar
      await net.relay.acknowledge(callerOf(net.relay.registrar), id, { receipt, credential })
    }

    it('tells a receipt for other content apart', async () => {
      const { opened, manifest } = await readPackage(net.berta, id)
      const [first, second] = manifest.parts
      if (first === undefined || second === undefined) throw new Error('two parts were sent')
      await handIn({
        manifest: '1'.repeat(64),
        parts: [
          { part: first.part, digest: '2'.repeat(64), state: 'verified' },
          { part: second.part, digest: second.digest, state: 'verified' },
        ],
      })
      const { receipts } = await status()
      expect(receipts[0]?.disagreements).to.deep.equal([
        { about: 'manifest', stated: '1'.repeat(64), own: opened.manifest.digest },
        { about: 'part', part: first.part, stated: '2'.repeat(64), own: first.digest },
      ])
      expect((await packageStatus(net.berta, id)).receipts[0]?.disagreements).to.equal(null)
    })

    it('refuses a receipt that the relay states and does not show', async () => {
      await acknowledge()
      lie((record) => ({ ...record, receipts: [] }))
      expect(await refusal()).to.equal('evidence-untrusted')
    })

    it('refuses a receipt that the relay has made, forged, or taken from elsewhere', async () => {
      await acknowledge()
      const own = await net.ana.relay.call('readPackage', { params: { package: id } })
      const other = await net.sent()
      await acknowledgePackage(net.berta, other)
      const elsewhere = await net.ana.relay.call('readPackage', { params: { package: other } })
      const [item] = own.receipts
      const forged = { ...item, receipt: `${item?.receipt.slice(0, -4) ?? ''}AAAA` }
      const byApprover = { ...item, credential: net.relay.approver.credential }
      for (const receipts of [[forged], elsewhere.receipts, [{ ...item, receipt: own.header }]]) {
        lie((record) => ({ ...record, receipts }))
        expect(await refusal()).to.equal('evidence-untrusted')
      }
      lie((record) => ({ ...record, receipts: [byApprover] }))
      expect(await refusal()).to.match(/^(directory|statement|evidence)\//)
    })

    it('refuses evidence that says another outcome than the receipt', async () => {
      await acknowledge()
      lie(async ({ evidence, ...record }) => {
        const [last] = (await status0()).record.evidence.slice(-1)
        if (last === undefined) throw new Error('there is evidence')
        const lied = { ...last.payload, code: 'C.4' as const, reasons: [REASON] }
        const statement = await issueEvidence(lied, net.relay.relay.evidenceKey)
        const digest = await digestOf(statement)
        return {
          ...record,
          evidence: [...evidence.slice(0, -1), { statement, digest, index: null }],
        }
      })
      expect(await refusal()).to.equal('evidence-untrusted')

      async function status0() {
        const { readPackage: told, ...others } = net.lies.answers
        net.lies.answers = others
        const honest = await status()
        net.lies.answers = { ...others, ...(told && { readPackage: told }) }
        return honest
      }
    })

    it('passes a receipt over that is still under way', async () => {
      await acknowledge()
      lie(({ evidence, ...record }) => ({ ...record, evidence: evidence.slice(0, -1) }))
      const { receipts, record } = await status()
      expect(receipts).to.deep.equal([])
      expect(record.states.get(net.relay.xb.id)).to.equal('available')
    })
  })
})

const REASON = { code: 'rejected-by-recipient' as const, text: 'so it is said' }
