import { expect } from 'chai'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import type { Draft } from '#client/core/packages/draft.js'
import { bundledPackage } from '#client/core/forwarding/bundled-package.js'
import { forwardDraft } from '#client/core/forwarding/forward-draft.js'
import { type ProofOf, proofName } from '#client/core/forwarding/proof-name.js'
import { receivedForward } from '#client/core/forwarding/received-forward.js'
import { loadCase } from '#client/core/cases/load-case.js'
import { packageStanding } from '#client/core/packages/package-standing.js'
import { readPackage } from '#client/core/packages/open-package.js'
import { planAnswer } from '#client/core/cases/plan-answer.js'
import type { DocumentSource } from '#client/core/ports.js'
import type { Session } from '#client/core/session/session.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { formatVerifierKey, noteKey } from '#crypto/transparency/note-key.js'
import type { Constellation } from '#test/support/client/constellation.js'
import { memoryDocument } from '#test/support/client/memory-platform.js'
import { threeAuthorities } from '#test/support/client/three-authorities.js'
import { codeOf } from '#test/support/code-of.js'

describe('forwarding a package to a further authority', () => {
  let net: Constellation
  let carol: Session
  let sends: Awaited<ReturnType<typeof threeAuthorities>>['sends']
  let original: PackageId
  const summons = memoryDocument('summons.pdf', toUtf8('summons'))
  beforeEach(async () => {
    ;({ net, carol, sends } = await threeAuthorities())
  })

  const asked = async (onwardTransfer: 'with-consent' | 'allowed' | 'forbidden') => {
    const marks = { tlp: null, classification: null, onwardTransfer }
    original = await net.sent({ documents: [summons], marks })
    await acknowledgePackage(net.berta, original)
    await net.settle()
  }
  /** It is no PDF, and passed on all the same: whoever sent it answers for that. */
  const asOpened = { ...summons, isAsReceived: false }
  const forward = async (documents: readonly DocumentSource[] = [asOpened]): Promise<Draft> =>
    forwardDraft(net.berta, await readPackage(net.berta, original), {
      to: net.relay.xc.id,
      reasons: 'Competent for the district.',
      documents,
      withinMs: 0,
    })
  async function approves(to = net.relay.xc.id): Promise<PackageId> {
    const form = { approved: true, package: original, recipient: to }
    const template = { id: 'transfer-approval', version: 1 }
    return sends(net.ana, await planAnswer(net.ana, original, { template, form, documents: [] }))
  }
  async function octetsOf({ documents }: Draft, of: ProofOf): Promise<Uint8Array> {
    const document = documents.find(({ name }) => name === proofName(of, original))
    if (document === undefined) throw new TypeError(`no ${of}`)
    const chunks: Uint8Array[] = []
    for await (const chunk of document.read()) chunks.push(chunk)
    return new Uint8Array(Buffer.concat(chunks))
  }
  /** What Carol finds in what Berta sends. */
  async function received(draft: Draft, proofs: Draft = draft) {
    const id = await sends(net.berta, draft)
    const read = await readPackage(carol, id)
    const isApproved = proofs.documents.some(({ name }) => name === proofName('approval', original))
    return receivedForward(carol, read, {
      original: await octetsOf(proofs, 'original'),
      ...(isApproved && { approval: await octetsOf(proofs, 'approval') }),
    })
  }

  it('carries the original by digest and proof, which its recipient verifies', async () => {
    await asked('allowed')
    const draft = await forward()
    expect(draft.form).to.include({ originalHeader: await net.headerOf(original) })
    const found = await received(draft)
    if (!found.verified) throw new Error(found.problem)
    expect(found).to.deep.include({ approval: 'not-needed' })
    expect(found.original.form).to.deep.equal({ purpose: 'Service of a summons' })
    expect(found.original.sender).to.equal(net.relay.xa.id)
  })

  it('takes the order of what happened from a log that is known, and from no other', async () => {
    await asked('allowed')
    const octets = await octetsOf(await forward(), 'original')
    const orderFor = async (session: Session) => {
      const { told } = await bundledPackage(session, octets)
      return told.evidence.map(({ index }) => index)
    }
    expect(await orderFor(carol)).to.not.include(null)
    const another = await noteKey('log.elsewhere.example', 'note', carol.officer.signingKey)
    const trust = { ...carol.trust, logs: [formatVerifierKey(another)] }
    expect(new Set(await orderFor({ ...carol, trust }))).to.deep.equal(new Set([null]))
  })

  it('waits for the leave of whoever sent it, and shows it to the recipient', async () => {
    await asked('forbidden')
    expect(await codeOf(() => forward())).to.equal('transfer-unapproved')
    await approves(net.relay.xb.id)
    expect(await codeOf(() => forward()), 'leave for another').to.equal('transfer-unapproved')
    await approves()
    const draft = await forward()
    expect(draft.marks).to.include({ onwardTransfer: 'forbidden' })
    expect(await received(draft)).to.include({ verified: true, approval: 'given' })
  })

  it('counts in its case at both ends, and its recipient keeps its marks', async () => {
    await asked('with-consent')
    await approves()
    const id = await sends(net.berta, await forward())
    for (const session of [net.berta, carol]) {
      const standing = await packageStanding(session, await readPackage(session, id))
      expect(standing).to.deep.equal({ counts: true })
    }
    const { manifest } = await readPackage(carol, id)
    const { register } = await loadCase(carol, manifest.case)
    expect(register.entries.map(({ kind, bound }) => [kind, bound])).to.deep.equal([
      ['onward-transfer', net.relay.xc.id],
    ])
  })

  it('is seen to be broken where leave, a document or the proof is not the right one', async () => {
    await asked('with-consent')
    expect(await codeOf(() => forward([]))).to.equal('transfer-unapproved')
    await approves()
    const other = memoryDocument('summons.pdf', toUtf8('another'))
    expect(await codeOf(() => forward([other]))).to.equal('draft-documents')
    const draft = await forward()
    const without = (name: string) => ({
      ...draft,
      documents: draft.documents.filter((one) => one.name !== name),
    })
    expect(await received(draft, without(proofName('approval', original)))).to.include({
      code: 'package/chain',
    })
    expect(await received(without('summons.pdf'), draft)).to.include({ code: 'package/chain' })
    const claiming = { ...draft, form: { ...draft.form, originalHeader: 'f'.repeat(64) } }
    expect(await received(claiming, draft)).to.include({ code: 'package/chain' })
    const read = await readPackage(carol, await sends(net.berta, draft))
    const forged = await receivedForward(carol, read, { original: toUtf8('{}') })
    expect(forged).to.include({ verified: false, code: 'proof/malformed' })
    expect(await receivedForward(carol, read, {})).to.include({ code: 'package/chain' })
  })
})
