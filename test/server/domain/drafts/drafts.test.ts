import { expect } from 'chai'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { DraftId } from '#crypto/fields/fields.js'
import type { NewDraftVersion } from '#server/contract/draft-wire.js'
import { discardDraft } from '#server/domain/drafts/discard-draft.js'
import { keepDraft } from '#server/domain/drafts/keep-draft.js'
import { listDrafts } from '#server/domain/drafts/list-drafts.js'
import { readDraft, readDraftVersion } from '#server/domain/drafts/read-draft.js'
import { codeOf } from '#test/support/code-of.js'
import { callerOf, type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { rejection } from '#test/support/rejection.js'
import { after, NOW } from '#test/support/world/moments.js'

const QUOTA = 1000

describe('drafts of an authority', () => {
  let relay: FakeRelay
  const draft = DraftId.parse(uuidV7(NOW))
  beforeEach(async () => {
    relay = await fakeRelay()
  })
  const ana = () => callerOf(relay.drafter)
  const abe = () => callerOf(relay.approver)
  const berta = () => callerOf(relay.registrar)
  const keep = (
    version: number,
    basis: number,
    changes: Partial<NewDraftVersion> = {},
    by = ana(),
    id = draft,
  ) =>
    keepDraft({ ...relay, draftQuotaBytes: QUOTA })(by, id, {
      version,
      basis,
      resolves: null,
      aside: false,
      sealed: `version ${version}`,
      ...changes,
    })
  const discard = (version: number, by = ana()) => discardDraft(relay)(by, draft, version)
  const read = (by = ana()) => readDraft(relay)(by, draft)

  it('are shared within it, and do not exist for others', async () => {
    const kept = await keep(1, 0)
    expect(kept).to.deep.equal({
      version: 1,
      basis: 0,
      resolves: null,
      aside: false,
      octets: 9,
      keptAt: NOW.toISOString(),
    })
    expect(await read(abe())).to.deep.equal({ draft, versions: [kept] })
    const one = readDraftVersion(relay)
    expect(await one(abe(), draft, 1)).to.deep.equal({ ...kept, sealed: 'version 1' })
    expect(await codeOf(read(berta()))).to.equal('draft-unknown')
    expect(await codeOf(one(berta(), draft, 1))).to.equal('draft-unknown')
    expect((await listDrafts(relay)(berta(), { limit: 5 })).drafts).to.deep.equal([])
    expect(relay.trace).to.deep.equal([
      'drafts.keep 1',
      'drafts.prune -30',
      'announce draft kept 1 to xa.moj',
    ])
  })

  it('tell whoever comes second, who keeps theirs aside and settles it', async () => {
    await keep(1, 0)
    await keep(2, 1, {}, abe())
    expect(await codeOf(keep(2, 1, { sealed: 'mine' }))).to.equal('draft-conflict')
    expect(await codeOf(keep(3, 1, { sealed: 'mine' }))).to.equal('draft-conflict')
    await keep(3, 1, { sealed: 'mine', aside: true })
    // Kept aside, it is not in force: the next one follows version 2.
    expect(await codeOf(keep(4, 3))).to.equal('draft-conflict')
    expect(await codeOf(keep(4, 2, { resolves: 2 }))).to.equal('draft-conflict')
    await keep(4, 2, { resolves: 3 })
    const { versions } = await read()
    expect(versions.map(({ version, basis, aside }) => [version, basis, aside])).to.deep.equal([
      [1, 0, false],
      [2, 1, false],
      [3, 1, true],
      [4, 2, false],
    ])
  })

  it('let one of twenty win', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => keep(1, 0, { sealed: `by ${i}` })),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).to.have.length(1)
  })

  it('take the same again as the same, after an answer that was lost', async () => {
    const first = await keep(1, 0)
    relay.setClock(after(NOW, 60))
    expect(await keep(1, 0)).to.deep.equal(first)
    await keep(2, 1)
    expect(await keep(1, 0)).to.deep.equal(first)
  })

  it('leave no gap, and follow what is there', async () => {
    expect(await codeOf(keep(2, 1))).to.equal('draft-conflict')
    expect(await codeOf(keep(1, 0, { aside: true }))).to.equal('draft-conflict')
    expect(await codeOf(keep(1, 1))).to.equal('draft-conflict')
    await keep(1, 0)
    expect(await codeOf(keep(2, 0))).to.equal('draft-conflict')
    expect(await codeOf(keep(3, 1))).to.equal('draft-conflict')
  })

  it('keep the newest 32 versions, and always the one in force', async () => {
    for (let number = 1; number <= 40; number++) await keep(number, number - 1, { sealed: 'xx' })
    expect((await read()).versions.map(({ version }) => version)[0]).to.equal(9)
    for (let number = 41; number <= 80; number++) {
      await keep(number, 40, { sealed: 'xx', aside: true })
    }
    expect((await read()).versions.map(({ version }) => version)[0]).to.equal(40)
  })

  it('have so much room', async () => {
    await keep(1, 0, { sealed: 'x'.repeat(600) })
    expect(await codeOf(keep(2, 1, { sealed: 'x'.repeat(401) }))).to.equal('drafts-full')
    await keep(2, 1, { sealed: 'x'.repeat(400) })
    await discard(2)
    const other = DraftId.parse(uuidV7(NOW))
    await keep(1, 0, { sealed: 'x'.repeat(600) }, ana(), other)
  })

  it('are discarded by whoever has seen the newest version, and end for everybody', async () => {
    await keep(1, 0)
    await keep(2, 1)
    expect(await codeOf(discard(1))).to.equal('draft-conflict')
    await discard(2)
    await discard(2)
    expect(await codeOf(read())).to.equal('draft-unknown')
    for (const version of [1, 2, 3]) {
      expect(await codeOf(readDraftVersion(relay)(ana(), draft, version))).to.equal('draft-unknown')
    }
    expect(await codeOf(keep(3, 2))).to.equal('draft-unknown')
    expect(await codeOf(keep(4, 3))).to.equal('draft-unknown')
    expect((await listDrafts(relay)(ana(), { limit: 5 })).drafts).to.deep.equal([])
    expect(await codeOf(discardDraft(relay)(berta(), draft, 1))).to.equal('draft-unknown')
  })

  it('discarded and edited at once end in one of both', async () => {
    await keep(1, 0)
    const results = await Promise.allSettled([keep(2, 1), discard(1)])
    expect(results.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected'])
  })

  it('lose their content whatever is cut off while they are discarded', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let call = 0; call < 3; call++) {
        relay = await fakeRelay()
        await keep(1, 0)
        relay.failAt({ call, when })
        expect(await rejection(discard(1))).to.include({ name: 'Outage' })
        relay.failAt(undefined)
        await discard(1)
        expect(await relay.drafts.octets(relay.xa.id)).to.equal(0)
      }
    }
  })

  it('are paged, and only by cursors of ours', async () => {
    const ids = Array.from({ length: 5 }, () => DraftId.parse(uuidV7(NOW))).sort()
    for (const id of ids) await keep(1, 0, {}, ana(), id)
    const first = await listDrafts(relay)(ana(), { limit: 3 })
    const rest = await listDrafts(relay)(ana(), { limit: 3, after: first.next ?? '' })
    expect([...first.drafts, ...rest.drafts].map((one) => one.draft)).to.deep.equal(ids)
    expect(rest.next).to.equal(null)
    const wrong = listDrafts(relay)(ana(), { limit: 3, after: 'x' })
    expect(await codeOf(wrong)).to.equal('malformed-request')
  })

  it('are kept and discarded only by those who may', async () => {
    const translator = callerOf(relay.drafter, { roles: ['translator'] })
    expect(await codeOf(keep(1, 0, {}, translator))).to.equal('not-permitted')
    await keep(1, 0)
    const legal = callerOf(relay.drafter, { roles: ['legal'] })
    expect(await codeOf(discard(1, legal))).to.equal('not-permitted')
  })
})
