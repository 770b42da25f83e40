import { expect } from 'chai'
import { ClientError } from '#client/core/client-error.js'
import { discardDraft } from '#client/core/drafting/discard-draft.js'
import { documentOf } from '#client/core/drafting/document-of.js'
import { keepDraftVersion } from '#client/core/drafting/keep-draft-version.js'
import { listDrafts } from '#client/core/drafting/list-drafts.js'
import { readDraft, readDraftVersion } from '#client/core/drafting/read-draft.js'
import { resolveDraft } from '#client/core/drafting/resolve-draft.js'
import type { DraftContent } from '#crypto/drafts/draft-version.js'
import { sealDraftVersion } from '#crypto/drafts/seal-draft-version.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { DraftId } from '#crypto/fields/fields.js'
import {
  type Constellation,
  constellation,
  type TestSession,
} from '#test/support/client/constellation.js'
import { memoryDocument } from '#test/support/client/memory-platform.js'
import { codeOf } from '#test/support/code-of.js'
import { rejection } from '#test/support/rejection.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('drafts that officers share', () => {
  let net: Constellation
  let axel: TestSession
  let draft: DraftId
  beforeEach(async () => {
    net = await constellation()
    await net.reseal(net.relay.xa, 2, [net.relay.drafter, net.relay.approver])
    axel = await net.session(net.relay.approver, net.relay.xa)
    draft = DraftId.parse(uuidV7(NOW))
  })
  const contentOf = (changes: Partial<DraftContent> = {}): DraftContent => ({
    title: 'Summons of W. Zhàng',
    to: [net.relay.xb.id],
    template: { id: 'mla-request', version: 1 },
    form: { purpose: 'Service', facts: { summary: 'Short', place: 'Arcadia' } },
    documents: [],
    urgency: 'routine',
    case: null,
    inReplyTo: null,
    notBefore: null,
    expires: null,
    marks: { tlp: null, classification: null },
    ...changes,
  })
  const edit = (
    session: TestSession,
    basis: number,
    changes: Partial<DraftContent> = {},
    options = {},
  ) =>
    keepDraftVersion(session, { draft, basis, content: contentOf(changes), act: 'edited' }, options)

  it('are read by a colleague, who sees whose work they are', async () => {
    expect(await edit(net.ana, 0)).to.deep.equal({ outcome: 'kept', version: 1 })
    const { head, asides, versions } = await readDraft(axel, draft)
    expect(head).to.deep.include({ version: 1, act: 'edited', content: contentOf() })
    expect(head.officer.name).to.equal('Ana Drafter')
    expect([asides.length, versions.length]).to.deep.equal([0, 1])
    const [row] = await listDrafts(axel)
    expect(row).to.deep.include({ draft, version: 1, asides: 0, problem: undefined })
    expect(row?.head?.content.title).to.equal('Summons of W. Zhàng')
  })

  it('show the relay nothing', async () => {
    await edit(net.ana, 0)
    const kept = JSON.stringify(await net.relay.drafts.find(net.relay.xa.id, draft, 1))
    for (const secret of ['Summons', 'Service', 'mla-request', 'xb.pgo', 'Drafter', 'Arcadia']) {
      expect(kept.includes(secret), secret).to.equal(false)
    }
  })

  it('do not exist for another authority', async () => {
    await edit(net.ana, 0)
    expect(await codeOf(readDraft(net.berta, draft))).to.equal('draft-unknown')
    expect(await listDrafts(net.berta)).to.deep.equal([])
  })

  it('edited by two at once keep both versions, and tell whoever came second', async () => {
    await edit(net.ana, 0)
    await edit(axel, 1, { title: 'By Axel' })
    expect(await edit(net.ana, 1, { urgency: 'urgent' })).to.deep.equal({
      outcome: 'aside',
      version: 3,
      head: 2,
    })
    const { head, asides } = await readDraft(net.ana, draft)
    expect(head.content.title).to.equal('By Axel')
    expect(asides.map(({ version, content }) => [version, content.urgency])).to.deep.equal([
      [3, 'urgent'],
    ])
    expect((await listDrafts(axel))[0]?.asides).to.equal(1)

    await resolveDraft(axel, draft, 'merge')
    const settled = await readDraft(net.ana, draft)
    expect(settled.head.content).to.deep.equal(contentOf({ title: 'By Axel', urgency: 'urgent' }))
    expect(settled.asides).to.deep.equal([])
    expect((await readDraftVersion(net.ana, draft, 3)).content.urgency).to.equal('urgent')
    expect(await codeOf(resolveDraft(axel, draft, 'merge'))).to.equal('usage')
  })

  it('are not merged where both have changed the same, and one is chosen then', async () => {
    await edit(net.ana, 0)
    await edit(axel, 1, { title: 'By Axel', form: { purpose: 'Service', facts: { summary: 'A' } } })
    await edit(net.ana, 1, { title: 'By Ana' })
    const refused = await rejection(resolveDraft(net.ana, draft, 'merge'))
    expect(refused).to.include({ code: 'draft-conflict' })
    expect((refused as Error).message).to.include('title')
    await resolveDraft(net.ana, draft, 'yours', 3)
    expect((await readDraft(axel, draft)).head.content).to.deep.equal(
      contentOf({ title: 'By Ana' }),
    )
  })

  it('come to one order however many write at once', async () => {
    await edit(net.ana, 0)
    const sessions = [net.ana, axel, net.ana, axel, net.ana]
    const kept = await Promise.all(
      sessions.map((session, i) => edit(session, 1, { title: `Writer ${i}` })),
    )
    expect(kept.filter(({ outcome }) => outcome === 'kept')).to.have.length(1)
    expect(kept.map(({ version }) => version).sort()).to.deep.equal([2, 3, 4, 5, 6])
    expect((await readDraft(axel, draft)).asides).to.have.length(4)
  })

  it('go on beside a version kept aside that does not open, which can only give way', async () => {
    await edit(net.ana, 0)
    await edit(axel, 1, { title: 'By Axel' })
    await edit(net.ana, 1, { title: 'By Ana' })
    await edit(net.ana, 1, { title: 'By Ana, again' })
    net.lies.answers.readDraftVersion = (record: { version: number }) =>
      record.version === 3 ? { ...record, sealed: '{}' } : record
    const { head, asides, unreadable } = await readDraft(axel, draft)
    expect(head.content.title).to.equal('By Axel')
    expect(asides.map(({ version }) => version)).to.deep.equal([4])
    expect(unreadable).to.deep.equal([{ version: 3, problem: 'envelope/malformed' }])
    expect(await codeOf(resolveDraft(axel, draft, 'yours', 3))).to.equal('usage')
    expect(await codeOf(resolveDraft(axel, draft, 'theirs'))).to.equal('usage')
    await resolveDraft(axel, draft, 'theirs', 3)
    expect(await readDraft(axel, draft)).to.deep.include({ unreadable: [] })
    // A relay that is not reached says nothing about a version.
    await edit(axel, 1, { title: 'By Axel, late' })
    net.lies.answers.readDraftVersion = (record: { version: number }) => {
      if (record.version !== 6) return record
      throw new ClientError('relay-unreachable', 'the test asked for it', 'Try again.')
    }
    expect(await codeOf(readDraft(axel, draft))).to.equal('relay-unreachable')
  })

  it('are discarded by whoever has seen the newest', async () => {
    await edit(net.ana, 0)
    await edit(axel, 1)
    expect(await codeOf(discardDraft(net.ana, draft, 1))).to.equal('draft-changed')
    await discardDraft(net.ana, draft, 2)
    expect(await codeOf(discardDraft(net.ana, DraftId.parse(uuidV7(NOW)), 2))).to.equal(
      'draft-unknown',
    )
    expect(await codeOf(readDraft(axel, draft))).to.equal('draft-unknown')
    expect(await codeOf(edit(axel, 2))).to.equal('draft-unknown')
  })

  it('are believed only with a colleague’s signature, and in the place it was made for', async () => {
    await edit(net.ana, 0)
    await edit(net.ana, 1, { title: 'Second' })
    const answer = (change: (record: Record<string, unknown>) => unknown) => {
      net.lies.answers.readDraftVersion = change
    }
    const read = () => codeOf(readDraft(axel, draft))
    // One version is shown as another, or one kept aside as the one in force.
    const first = await net.relay.drafts.find(net.relay.xa.id, draft, 1)
    answer((record) => ({ ...record, sealed: first?.sealed }))
    expect(await read()).to.equal('drafts/version')
    answer((record) => ({ ...record, basis: 0 }))
    expect(await read()).to.equal('drafts/version')
    // Anybody can seal to a public key; only officers of the authority can sign.
    const { registrar, xa, xb } = net.relay
    const place = { version: 2, basis: 1, resolves: null, aside: false } as const
    const claims = {
      draft,
      ...place,
      authority: xa.id,
      declared: NOW.toISOString(),
      act: 'edited' as const,
      content: contentOf({ to: [net.relay.xc.id] }),
      prepared: null,
    }
    const by = { key: registrar.key, credential: registrar.credential, entry: xa.entry, at: NOW }
    const forged = await sealDraftVersion(claims, null, by)
    answer((record) => ({ ...record, sealed: forged }))
    expect(await read()).to.match(/^directory./)
    const elsewhere = await sealDraftVersion(claims, null, { ...by, entry: xb.entry })
    answer((record) => ({ ...record, sealed: elsewhere }))
    expect(await read()).to.equal('envelope/recipient')
    answer((record) => ({ ...record, sealed: '{}' }))
    expect(await read()).to.equal('envelope/malformed')
    const [row] = await listDrafts(axel)
    expect(row).to.include({ problem: 'envelope/malformed', head: undefined })
  })

  it('are opened by a newcomer, and closed to whoever has left', async () => {
    await edit(net.ana, 0)
    const nia = await net.relay.xa.officer('Nia New', ['case'])
    await net.relay.publishCredential(nia)
    await net.reseal(net.relay.xa, 3, [net.relay.drafter, nia])
    net.relay.setClock(after(NOW, 120))
    const newcomer = await net.session(nia, net.relay.xa)
    expect((await readDraft(newcomer, draft)).head.content.title).to.include('Summons')
    const gone = await net.session(net.relay.approver, net.relay.xa)
    expect(await codeOf(readDraft(gone, draft))).to.equal('vault-closed')
  })

  it('keep title and classification as they are read, and no name that a file cannot have', async () => {
    const marks = { tlp: null, classification: ' سري\u200f ' }
    await edit(net.ana, 0, { title: '\u200fDates\n', marks })
    const { content } = (await readDraft(axel, draft)).head
    expect(content).to.deep.include({ title: 'Dates', marks: { ...marks, classification: 'سري' } })
    const document = { mediaType: 'application/pdf', length: 1, digest: '0'.repeat(64) }
    const named = (name: string) => edit(net.ana, 1, { documents: [{ ...document, name }] })
    for (const name of ['a\u200f.pdf', 'Annex 5?.pdf']) {
      expect(await codeOf(named(name))).to.equal('draft-invalid')
    }
  })

  it('name documents by their digest', async () => {
    const document = memoryDocument('summons.pdf', toUtf8('summons '.repeat(50_000)))
    const named = await documentOf(document, (length) => net.ana.platform.digester(length))
    expect(named).to.include({ name: 'summons.pdf', length: 400_000 })
    expect(named.digest).to.match(/^[0-9a-f]{64}$/)
    expect(net.ana.platform.state.open.digesters).to.equal(0)
    await edit(net.ana, 0, { documents: [named] })
    expect((await readDraft(axel, draft)).head.content.documents).to.deep.equal([named])
  })
})
