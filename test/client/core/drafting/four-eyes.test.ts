import { expect } from 'chai'
import { approveDraft, readForApproval } from '#client/core/drafting/approve-draft.js'
import { inspectPrepared } from '#client/core/drafting/inspect-prepared.js'
import { documentOf } from '#client/core/drafting/document-of.js'
import { keepDraftVersion } from '#client/core/drafting/keep-draft-version.js'
import { prepareDraft } from '#client/core/drafting/prepare-draft.js'
import { readDraft } from '#client/core/drafting/read-draft.js'
import { sendDraft } from '#client/core/drafting/send-draft.js'
import { readPackage } from '#client/core/packages/open-package.js'
import { revokeKey } from '#client/core/officers/revoke-key.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import type { DraftContent, Prepared } from '#crypto/drafts/draft-version.js'
import { CaseId, DraftId, PackageId } from '#crypto/fields/fields.js'
import { signApproval } from '#crypto/package/sign-statements.js'
import {
  type Constellation,
  constellation,
  type TestSession,
} from '#test/support/client/constellation.js'
import { memoryDocument } from '#test/support/client/memory-platform.js'
import { codeOf } from '#test/support/code-of.js'
import { after, NOW } from '#test/support/world/moments.js'

/** Xaland's policy demands one approval: Ana drafts, Axel approves, on machines of their own. */
describe('four eyes', () => {
  let net: Constellation
  let axel: TestSession
  let draft: DraftId
  const summons = () => memoryDocument('summons.pdf', toUtf8('summons '.repeat(50_000)))

  beforeEach(async () => {
    net = await constellation()
    await net.reseal(net.relay.xa, 2, [net.relay.drafter, net.relay.approver])
    axel = await net.session(net.relay.approver, net.relay.xa)
    draft = DraftId.parse(uuidV7(NOW))
    await keepDraftVersion(net.ana, { draft, basis: 0, content: await content(), act: 'edited' })
  })
  async function content(changes: Partial<DraftContent> = {}): Promise<DraftContent> {
    const digester = (length: number) => net.ana.platform.digester(length)
    return {
      title: 'Summons',
      to: [net.relay.xb.id],
      template: { id: 'mla-request', version: 1 },
      form: { purpose: 'Service of a summons' },
      documents: [await documentOf(summons(), digester)],
      urgency: 'routine',
      case: null,
      inReplyTo: null,
      notBefore: null,
      expires: null,
      marks: { tlp: 'TLP:AMBER', classification: null },
      ...changes,
    }
  }
  const prepare = (session = net.ana) => prepareDraft(session, draft, [summons()])

  it('prepared, approved and sent from three sessions, it reaches the recipient', async () => {
    const prepared = await prepare()
    expect(net.ana.platform.state.held).to.deep.equal(new Set([prepared.package]))
    expect(await net.ana.platform.outgoing.waiting()).to.deep.equal([])
    expect(await codeOf(sendDraft(net.ana, draft))).to.equal('approvals-needed')

    const shown = await readForApproval(axel, draft)
    expect(shown.pkg.manifest.form).to.deep.equal({ purpose: 'Service of a summons' })
    expect(shown.pkg.manifest.recipients.map(({ authority }) => authority)).to.deep.equal([
      'xb.pgo',
    ])
    expect(shown.pkg.opened.header.digest).to.equal(prepared.header)
    expect(await approveDraft(axel, draft, prepared.header)).to.deep.equal({ valid: 1, needed: 1 })

    const sent = await sendDraft(net.ana, draft)
    expect(sent).to.include({ package: prepared.package, discarded: true })
    expect(sent.evidence.payload.code).to.equal('A.1')
    expect(net.ana.platform.state.parts.size).to.equal(0)
    expect(await codeOf(readDraft(axel, draft))).to.equal('draft-unknown')
    await net.relay.consign({ header: prepared.header })
    const read = await readPackage(net.berta, prepared.package)
    expect(read.opened.approvals.map(({ credential }) => credential.payload.name)).to.deep.equal([
      'Axel Approver',
    ])
  })

  it('is not the drafter twice, nor one approver twice, nor whoever has no role for it', async () => {
    const { header } = await prepare()
    expect(await codeOf(approveDraft(net.ana, draft, header))).to.equal('approval-refused')
    await approveDraft(axel, draft, header)
    expect(await codeOf(approveDraft(axel, draft, header))).to.equal('approval-refused')
  })

  it('is not the drafter with another credential, whoever keeps it with the draft', async () => {
    const { xa, drafter } = net.relay
    const second = await xa.officer('Ana again', ['case'])
    const claims = { ...second.claims, officer: drafter.claims.officer }
    const credential = await signCredential(claims, xa.credentialsKey)
    await net.relay.publishCredential({ credential })
    const { header, package: id } = await prepare()
    await planted([await approval(second.key, credential, id, header)])
    const pkg = await inspectPrepared(net.ana, (await readDraft(net.ana, draft)).head)
    expect(pkg.approvals.map(({ problem }) => problem)).to.deep.equal(['package/approvals'])
    expect(await codeOf(sendDraft(net.ana, draft))).to.equal('approvals-needed')
  })

  const approval = async (
    key: Parameters<typeof signApproval>[1],
    credential: string,
    id: PackageId,
    header: string,
  ) => ({
    approval: await signApproval(
      { package: id, header, authority: net.relay.xa.id, declared: NOW.toISOString() },
      key,
    ),
    credential,
  })

  /** A fellow officer's client that does not check what it keeps. */
  async function planted(approvals: Prepared['approvals'], changes: Partial<Prepared> = {}) {
    const { head } = await readDraft(net.ana, draft)
    if (head.prepared === null) throw new TypeError('prepare it first')
    const prepared = { ...head.prepared, ...changes, approvals }
    await keepDraftVersion(net.ana, {
      draft,
      basis: head.version,
      content: head.content,
      act: 'approved',
      prepared,
    })
  }

  it('is no approval of another header, nor of another package', async () => {
    const { header, package: id } = await prepare()
    const { key, credential } = net.relay.approver
    const other = PackageId.parse(uuidV7(NOW))
    for (const false_ of [
      await approval(key, credential, id, '0'.repeat(64)),
      await approval(key, credential, other, header),
      await approval(net.relay.registrar.key, net.relay.registrar.credential, id, header),
    ]) {
      await planted([false_])
      expect(await codeOf(sendDraft(net.ana, draft))).to.equal('approvals-needed')
    }
    // A false one beside a true one would have relay and recipient refuse both: it is left behind.
    const true_ = await approval(key, credential, id, header)
    await planted([await approval(key, credential, id, '0'.repeat(64)), true_])
    expect((await sendDraft(net.ana, draft)).evidence.payload.code).to.equal('A.1')
  })

  it('changed after it was approved, it is approved by nobody', async () => {
    const before = await prepare()
    await approveDraft(axel, draft, before.header)
    const { head } = await readDraft(net.ana, draft)
    await keepDraftVersion(net.ana, {
      draft,
      basis: head.version,
      act: 'edited',
      content: await content({ form: { purpose: 'Arrest' } }),
    })
    expect(await codeOf(sendDraft(net.ana, draft))).to.equal('draft-unprepared')
    const again = await prepare()
    expect(again.header).to.not.equal(before.header)
    expect(await codeOf(sendDraft(net.ana, draft))).to.equal('approvals-needed')
    // Whoever has the earlier one on the screen does not sign the later one.
    expect(await codeOf(approveDraft(axel, draft, before.header))).to.equal('draft-changed')
  })

  it('shows what is sealed, not what the draft says of it', async () => {
    await prepare()
    const { prepared } = (await readDraft(net.ana, draft)).head
    if (prepared === null) throw new TypeError('prepared')
    const otherwise: Partial<DraftContent>[] = [
      { form: { purpose: 'Something harmless' } },
      { case: CaseId.parse(uuidV7(NOW)) },
      { urgency: 'emergency' },
      { notBefore: after(NOW, 3600).toISOString() },
      { expires: after(NOW, 3600).toISOString() },
    ]
    for (const changes of otherwise) {
      const { head } = await readDraft(net.ana, draft)
      await keepDraftVersion(net.ana, {
        draft,
        basis: head.version,
        act: 'prepared',
        prepared,
        content: await content(changes),
      })
      expect(await codeOf(readForApproval(axel, draft))).to.equal('drafts/version')
      expect(await codeOf(sendDraft(net.ana, draft))).to.equal('drafts/version')
    }
  })

  it('counts no approval of an officer whose key is revoked or whose credential has ended', async () => {
    const { header } = await prepare()
    await approveDraft(axel, draft, header)
    net.relay.setClock(after(NOW, 60))
    await revokeKey(net.ana, net.relay.xa.credentialsKey, {
      kid: net.relay.approver.key.kid,
      since: after(NOW, 30),
      reason: 'left',
    })
    net.relay.setClock(after(NOW, 120))
    expect(await codeOf(sendDraft(net.ana, draft))).to.equal('approvals-needed')
  })

  it('of a credential that ends: good for what was submitted before, nobody’s word afterwards', async () => {
    const { xa } = net.relay
    const late = await xa.officer('Lea Late', ['legal'])
    const ends = (seconds: number) =>
      signCredential(
        { ...late.claims, validTo: after(NOW, seconds).toISOString() },
        xa.credentialsKey,
      )
    const credential = await ends(60)
    await net.relay.publishCredential({ credential })
    const { header, package: id } = await prepare()
    await planted([await approval(late.key, credential, id, header)])
    net.relay.setClock(after(NOW, 61))
    expect(await codeOf(sendDraft(net.ana, draft))).to.equal('approvals-needed')
    net.relay.setClock(after(NOW, 59))
    await sendDraft(net.ana, draft)
    await net.relay.consign({ header })

    net.relay.setClock(after(NOW, 7200))
    const { opened } = await readPackage(net.berta, id)
    expect(opened.approvals.map((one) => one.credential.payload.name)).to.deep.equal(['Lea Late'])
    // A relay that has let in what had ended by then: the recipient does not take it for two pairs of eyes.
    const ended = await approval(late.key, await ends(-1), id, header)
    net.lies.answers.readPackage = (record: object) => ({ ...record, approvals: [ended] })
    expect(await codeOf(readPackage(net.berta, id))).to.equal('directory/credential')
  })

  it('is refused where recipients have changed their keys since', async () => {
    const { header } = await prepare()
    await approveDraft(axel, draft, header)
    const { publishNextEntry } = await import('#client/core/directory/publish-next-entry.js')
    const { generateOpeningKey } = await import('#crypto/keys/generate.js')
    const key = await generateOpeningKey('p256')
    net.relay.setClock(after(NOW, 1))
    await publishNextEntry(net.berta, net.relay.xb.identity, {
      keys: [{ purpose: 'envelopes', key }],
      overlapMs: 0,
    })
    net.relay.setClock(after(NOW, 60))
    expect(await codeOf(sendDraft(net.ana, draft))).to.equal('draft-outdated')
    await prepare()
  })

  it('takes two approvers at once as two', async () => {
    const { header } = await prepare()
    const second = await net.relay.xa.officer('Bo Second', ['registrar'])
    await net.relay.publishCredential(second)
    await net.reseal(net.relay.xa, 3, [net.relay.drafter, net.relay.approver, second])
    const bo = await net.session(second, net.relay.xa)
    await Promise.all([approveDraft(axel, draft, header), approveDraft(bo, draft, header)])
    const pkg = await inspectPrepared(net.ana, (await readDraft(net.ana, draft)).head)
    expect(pkg.approvals.map(({ officer }) => officer?.name).sort()).to.deep.equal([
      'Axel Approver',
      'Bo Second',
    ])
    expect(pkg.valid).to.equal(2)
  })

  it('is sent from another machine, unless the relay has forgotten the documents', async () => {
    const { header } = await prepare()
    const second = await net.relay.xa.officer('Bo Second', ['case'])
    await net.relay.publishCredential(second)
    await net.reseal(net.relay.xa, 3, [net.relay.drafter, net.relay.approver, second])
    const bo = await net.session(second, net.relay.xa)
    await approveDraft(bo, draft, header)
    expect((await sendDraft(bo, draft)).evidence.payload.code).to.equal('A.1')
  })

  it('is prepared only with the documents that the draft names, and finished', async () => {
    const other = memoryDocument('summons.pdf', toUtf8('something else'))
    const more = memoryDocument('more.pdf', toUtf8('more'))
    for (const documents of [[], [other], [summons(), more]]) {
      expect(await codeOf(prepareDraft(net.ana, draft, documents))).to.equal('draft-documents')
    }
    expect(net.ana.platform.state.parts.size).to.equal(0)
    for (const [basis, changes] of [
      [1, { to: [] }],
      [2, { template: null }],
    ] as const) {
      await keepDraftVersion(net.ana, {
        draft,
        basis,
        act: 'edited',
        content: await content(changes as never),
      })
      expect(await codeOf(prepare())).to.equal('draft-unfinished')
    }
  })

  it('does what is left after a crash anywhere between preparing and the end', async () => {
    for (let call = 0; ; call++) {
      net.crash.failAt({ call, when: call % 2 === 0 ? 'after' : 'before' })
      const failed = await prepare().then(
        () => false,
        () => true,
      )
      net.crash.failAt(undefined)
      if (!failed) break
    }
    const { header } = await prepare()
    await approveDraft(axel, draft, header)
    for (let call = 0; ; call++) {
      net.crash.failAt({ call, when: 'after' })
      const failed = await sendDraft(net.ana, draft).then(
        () => false,
        (error: unknown) => {
          expect(error).to.satisfy(
            (one: { name?: string; code?: string }) =>
              one.name === 'Outage' || one.code === 'draft-unknown',
          )
          return (error as { code?: string }).code !== 'draft-unknown'
        },
      )
      net.crash.failAt(undefined)
      if (!failed) break
    }
    expect(await codeOf(readDraft(axel, draft))).to.equal('draft-unknown')
  })
})
