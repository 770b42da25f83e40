import { expect } from 'chai'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { DraftId } from '#crypto/fields/fields.js'
import type { DraftStore, StoredDraftVersion } from '#server/domain/drafts/draft-store.js'
import { NOW } from '#test/support/world/moments.js'
import { xa, xb } from './fixtures.js'

const anyDraft = () => DraftId.parse(uuidV7(NOW))
const version = (draft: DraftId, number: number, sealed = `v${number}`): StoredDraftVersion => ({
  draft,
  version: number,
  basis: number - 1,
  resolves: null,
  aside: false,
  discarded: false,
  octets: sealed.length,
  keptAt: NOW,
  sealed,
})

/** What every DraftStore promises. */
export function draftStoreContract(store: () => DraftStore): void {
  it('keeps each version once, for one authority', async () => {
    const draft = anyDraft()
    expect(await store().keep(xa, version(draft, 1))).to.equal(true)
    expect(await store().keep(xa, version(draft, 1, 'other'))).to.equal(false)
    expect(await store().keep(xa, { ...version(draft, 2), aside: true })).to.equal(true)
    expect(await store().keep(xb, version(draft, 1, 'theirs'))).to.equal(true)
    expect(await store().find(xa, draft, 1)).to.deep.equal(version(draft, 1))
    expect(await store().find(xa, draft, 3)).to.equal(undefined)
    const listed = await store().versions(xa, draft)
    expect(listed.map((one) => [one.version, one.aside])).to.deep.equal([
      [1, false],
      [2, true],
    ])
    expect(listed[0]).to.not.have.property('sealed')
    expect(await store().octets(xa)).to.equal(4)
    expect(await store().octets(xb)).to.equal(6)
  })

  it('lets one of fifty win', async () => {
    const draft = anyDraft()
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, i) => store().keep(xa, version(draft, 1, `draft ${i}`))),
    )
    expect(results.filter((kept) => kept)).to.have.length(1)
    expect((await store().find(xa, draft, 1))?.sealed).to.equal(`draft ${results.indexOf(true)}`)
  })

  it('lists drafts by id, without those that have ended', async () => {
    const drafts = Array.from({ length: 5 }, anyDraft).sort()
    for (const draft of [...drafts].reverse()) {
      await store().keep(xa, version(draft, 2))
      await store().keep(xa, version(draft, 1))
    }
    const [first, second, third] = drafts
    if (first === undefined || second === undefined) throw new TypeError('five')
    await store().keep(xa, { ...version(second, 3, ''), discarded: true })
    const ids = async (after?: DraftId) =>
      (await store().page(xa, after, 2)).map((versions) =>
        versions.map((one) => `${drafts.indexOf(one.draft)}.${one.version}`).join(),
      )
    expect(await ids()).to.deep.equal(['0.1,0.2', '2.1,2.2'])
    expect(await ids(third)).to.deep.equal(['3.1,3.2', '4.1,4.2'])
    expect(await store().page(xb, undefined, 2)).to.deep.equal([])
  })

  it('removes what is older than a version', async () => {
    const draft = anyDraft()
    const other = anyDraft()
    for (const number of [1, 2, 3]) await store().keep(xa, version(draft, number))
    await store().keep(xa, version(other, 1))
    await store().prune(xa, draft, 3)
    await store().prune(xa, draft, 3)
    expect((await store().versions(xa, draft)).map((one) => one.version)).to.deep.equal([3])
    expect(await store().versions(xa, other)).to.have.length(1)
  })
}
