import { expect } from 'chai'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { exportProof } from '#client/core/proof/export-proof.js'
import { forwardDraft } from '#client/core/forwarding/forward-draft.js'
import { forwardProofs } from '#client/core/forwarding/forward-proofs.js'
import { proofName } from '#client/core/forwarding/proof-name.js'
import { receivedForward } from '#client/core/forwarding/received-forward.js'
import { readPackage } from '#client/core/packages/open-package.js'
import { partDocument } from '#client/core/packages/part-document.js'
import { planAnswer } from '#client/core/cases/plan-answer.js'
import type { DocumentSource } from '#client/core/ports.js'
import type { Session } from '#client/core/session/session.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import type { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import type { OnwardTransfer } from '#crypto/package/manifest.js'
import type { Constellation } from '#test/support/client/constellation.js'
import { memoryDocument } from '#test/support/client/memory-platform.js'
import { threeAuthorities } from '#test/support/client/three-authorities.js'
import { codeOf } from '#test/support/code-of.js'

/** From Ana to Berta, to Carol, and from there back to Ana. */
describe('passing on what was itself passed on', () => {
  let net: Constellation
  let carol: Session
  let sends: Awaited<ReturnType<typeof threeAuthorities>>['sends']
  let original: PackageId
  beforeEach(async () => {
    ;({ net, carol, sends } = await threeAuthorities())
  })

  const asked = async (onwardTransfer: OnwardTransfer) => {
    const marks = { tlp: null, classification: null, onwardTransfer }
    const documents = [memoryDocument('summons.pdf', toUtf8('summons'))]
    original = await net.sent({ documents, marks })
    await acknowledgePackage(net.berta, original)
    await net.settle()
  }
  const approves = async () => {
    const form = { approved: true, package: original, recipient: net.relay.xc.id }
    const template = { id: 'transfer-approval', version: 1 }
    return sends(net.ana, await planAnswer(net.ana, original, { template, form, documents: [] }))
  }
  const passing = async (session: Session, id: PackageId, to: AuthorityId) => {
    const read = await readPackage(session, id)
    const documents = read.manifest.parts.map((part) => partDocument(session, read, part))
    return forwardDraft(session, read, { to, reasons: 'Competent.', documents, withinMs: 0 })
  }
  async function octetsOf(document: DocumentSource): Promise<Uint8Array> {
    const chunks: Uint8Array[] = []
    for await (const chunk of document.read()) chunks.push(chunk)
    return new Uint8Array(Buffer.concat(chunks))
  }
  const found = async (session: Session, id: PackageId) => {
    const read = await readPackage(session, id)
    const proofs = await forwardProofs(read.manifest, (part) =>
      octetsOf(partDocument(session, read, part)),
    )
    return receivedForward(session, read, proofs)
  }
  const unnamed = (document: DocumentSource): DocumentSource => ({
    ...document,
    name: document.name.replace(/-.*(?=\.rogatory-proof)/, ''),
  })

  it('keeps the proofs of both apart, and each is verified', async () => {
    await asked('allowed')
    const once = await sends(net.berta, await passing(net.berta, original, net.relay.xc.id))
    await acknowledgePackage(carol, once)
    await net.settle()
    const draft = await passing(carol, once, net.relay.xa.id)
    expect(draft.documents.map(({ name }) => name)).to.deep.equal([
      ...['summons.pdf', proofName('original', original), proofName('original', once)],
    ])
    const twice = await found(net.ana, await sends(carol, draft))
    expect(twice).to.include({ verified: true, approval: 'not-needed', redirected: false })
    expect(twice).to.nested.include({ 'original.package': once })
  })

  it('reads proofs of earlier editions, which did not name the package', async () => {
    await asked('allowed')
    const first = await passing(net.berta, original, net.relay.xc.id)
    const documents = first.documents.map(unnamed)
    expect(documents.map(({ name }) => name)).to.include('original.rogatory-proof')
    const once = await sends(net.berta, { ...first, documents })
    expect(await found(carol, once)).to.include({ verified: true })
    await acknowledgePackage(carol, once)
    await net.settle()
    const twice = await sends(carol, await passing(carol, once, net.relay.xa.id))
    expect(await found(net.ana, twice)).to.nested.include({
      verified: true,
      'original.package': once,
    })
  })

  it('is not free of the leave of whoever sent the original, which nobody else gives', async () => {
    await asked('with-consent')
    await approves()
    const once = await sends(net.berta, await passing(net.berta, original, net.relay.xc.id))
    await acknowledgePackage(carol, once)
    await net.settle()
    expect(await codeOf(() => passing(carol, once, net.relay.xa.id))).to.equal(
      'transfer-unapproved',
    )
    expect(await codeOf(() => passing(net.berta, once, net.relay.xa.id)), 'its own').to.equal(
      'transfer-unapproved',
    )

    // What a client that does not ask would send: its own package, and yet not its own to give.
    const read = await readPackage(net.berta, once)
    const proof = await exportProof(net.berta, once, { withinMs: 0, discloseManifest: true })
    const { case: of, marks, parts } = read.manifest
    const id = await sends(net.berta, {
      to: [net.relay.xa.id],
      case: of,
      template: { id: 'forwarding', version: 1 },
      marks,
      form: {
        originalPackage: once,
        originalHeader: read.record.header.digest,
        originalSender: net.relay.xb.id,
        reasons: 'Competent.',
      },
      documents: [
        ...parts.map((part) => partDocument(net.berta, read, part)),
        memoryDocument(proofName('original', once), proof.octets),
      ],
    })
    expect(await found(net.ana, id)).to.include({ verified: false, code: 'package/chain' })
  })
})
