import { expect } from 'chai'
import { approveDraft } from '#client/core/drafting/approve-draft.js'
import { keepDraftVersion } from '#client/core/drafting/keep-draft-version.js'
import { prepareDraft } from '#client/core/drafting/prepare-draft.js'
import { readDraft, readDraftVersion } from '#client/core/drafting/read-draft.js'
import { returnDraft } from '#client/core/drafting/return-draft.js'
import { sendDraft } from '#client/core/drafting/send-draft.js'
import { fromUtf8 } from '#crypto/bytes/bytes.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import type { DraftContent } from '#crypto/drafts/draft-version.js'
import { sealDraftVersion } from '#crypto/drafts/seal-draft-version.js'
import { openEnvelope } from '#crypto/envelope/open-envelope.js'
import { DraftId } from '#crypto/fields/fields.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import {
  type Constellation,
  constellation,
  type TestSession,
} from '#test/support/client/constellation.js'
import { codeOf } from '#test/support/code-of.js'
import { NOW } from '#test/support/world/moments.js'

/** Xaland's policy demands one approval: Ana drafts, and Axel wants something changed first. */
describe('a draft that waits for approval', () => {
  let net: Constellation
  let axel: TestSession
  let draft: DraftId

  beforeEach(async () => {
    net = await constellation()
    await net.reseal(net.relay.xa, 2, [net.relay.drafter, net.relay.approver])
    axel = await net.session(net.relay.approver, net.relay.xa)
    draft = DraftId.parse(uuidV7(NOW))
    await keepDraftVersion(net.ana, { draft, basis: 0, content: content(), act: 'edited' })
  })
  const content = (): DraftContent => ({
    title: 'Summons',
    to: [net.relay.xb.id],
    template: { id: 'mla-request', version: 1 },
    form: { purpose: 'Service of a summons' },
    documents: [],
    urgency: 'routine',
    case: null,
    inReplyTo: null,
    notBefore: null,
    expires: null,
    marks: { tlp: 'TLP:AMBER', classification: null },
  })

  it('is sent back with what is to be changed: approvals fall, and whoever goes on reads why', async () => {
    const back = (header: string, note = '') => returnDraft(axel, draft, { header, note })
    const { header } = await prepareDraft(net.ana, draft, [])
    await approveDraft(axel, draft, header)
    expect(await codeOf(back(header, 'x'.repeat(2001)))).to.equal('usage')
    expect(await codeOf(back('0'.repeat(64)))).to.equal('draft-changed')
    const note = 'The hearing is on the 12th: please change the date.'
    expect((await back(header, note.replace(': ', ':\r\n'))).note).to.equal(note)
    expect(await codeOf(back(header))).to.equal('draft-unprepared')

    const { head } = await readDraft(net.ana, draft)
    const is = { act: 'returned', prepared: null, note, content: content() }
    expect(head).to.deep.include(is)
    expect(head.officer.name).to.equal('Axel Approver')
    expect(await codeOf(sendDraft(net.ana, draft))).to.equal('draft-unprepared')
    // What is written next is no longer sent back, and what was said stays in the history.
    const basis = head.version
    await keepDraftVersion(net.ana, { draft, basis, content: content(), act: 'edited' })
    expect((await readDraft(net.ana, draft)).head).to.include({ act: 'edited', note: null })
    expect((await readDraftVersion(net.ana, draft, basis)).note).to.equal(note)
    await back((await prepareDraft(net.ana, draft, [])).header)
    expect((await readDraft(net.ana, draft)).head).to.include({ act: 'returned', note: null })
  })

  it('is sent back though another officer approves it at the same moment', async () => {
    const { header } = await prepareDraft(net.ana, draft, [])
    let isApproved = false
    net.lies.answers.readDraft = async (answer) => {
      if (!isApproved) {
        isApproved = true
        await approveDraft(axel, draft, header)
      }
      return answer
    }
    await returnDraft(net.ana, draft, { header })
    expect((await readDraft(net.ana, draft)).head).to.include({ act: 'returned', version: 4 })
  })

  it('has a note only where it is sent back, so that earlier programs read all else', async () => {
    const { head } = await readDraft(net.ana, draft)
    const claims = {
      draft,
      version: 2,
      basis: 1,
      resolves: null,
      aside: false,
      prepared: null,
      authority: net.relay.xa.id,
      declared: head.declared,
      content: head.content,
    }
    const sealed = sealDraftVersion({ ...claims, act: 'edited', note: 'no' }, null, {
      key: net.relay.drafter.key,
      credential: net.relay.drafter.credential,
      entry: net.relay.xa.entry,
      at: NOW,
    })
    expect(await codeOf(sealed)).to.equal('drafts/version')
    const kept = await net.relay.drafts.find(net.relay.xa.id, draft, 1)
    const octets = await openEnvelope(kept?.sealed ?? '', net.relay.xa.openingKey)
    const { statement } = JSON.parse(fromUtf8(octets)) as { statement: string }
    const { payload } = await readStatement(statement)
    expect(payload).to.be.an('object').and.not.to.have.property('note')
  })
})
