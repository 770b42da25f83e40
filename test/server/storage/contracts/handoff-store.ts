import { expect } from 'chai'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { HandoffId } from '#crypto/fields/fields.js'
import type { HandoffStore } from '#server/domain/translation/handoff-store.js'
import { NOW } from '#test/support/world/moments.js'
import { somePackage, xa, xb } from './fixtures.js'

const anyId = () => HandoffId.parse(uuidV7(NOW))
const handoffOf = (handoff: HandoffId, statement = 'one', authority = xa, kids = ['k1', 'k2']) => ({
  handoff,
  digest: statement,
  statement,
  credential: 'c',
  authority,
  kids,
  keptAt: NOW,
})

/** What every store of hand-offs promises. */
export function handoffStoreContract(store: () => HandoffStore): void {
  const evidence = async (handoff: HandoffId, sequence: number, step: string) => {
    const statement = `${handoff}/${sequence}/${step}/${Math.random()}`
    const digest = await digestOf(statement)
    const typ = 'rogatory-evidence' as const
    return { digest, typ, statement, keptAt: NOW, handoff, sequence, step, code: 'H.2' as const }
  }

  it('keeps the first hand-off of an id', async () => {
    const id = anyId()
    expect(await store().find(id)).to.equal(undefined)
    const first = handoffOf(id)
    expect(await store().keep(first)).to.deep.equal(first)
    expect(await store().keep(handoffOf(id, 'two'))).to.deep.equal(first)
    expect(await store().find(id)).to.deep.equal(first)
  })

  it('lists those of an authority, and those that name a key, by id and in pages', async () => {
    const ids = [anyId(), anyId(), anyId()].toSorted()
    const [one, two, three] = ids
    if (!one || !two || !three) throw new TypeError('three ids')
    await store().keep(handoffOf(three))
    await store().keep(handoffOf(one, 'one', xa, ['k3']))
    await store().keep(handoffOf(two, 'two', xb, ['k1']))
    const list = async (...of: Parameters<HandoffStore['list']>) =>
      (await store().list(...of)).map(({ handoff }) => handoff)
    expect(await list({ authority: xa }, undefined, 10)).to.deep.equal([one, three])
    expect(await list({ authority: xa }, one, 10)).to.deep.equal([three])
    expect(await list({ kid: 'k1' }, undefined, 1)).to.deep.equal([two])
    expect(await list({ kid: 'k9' }, undefined, 10)).to.deep.equal([])
  })

  it('keeps each act once, and envelopes within their hand-off', async () => {
    const handoff = anyId()
    const statement = `act of ${handoff}`
    const digest = await digestOf(statement)
    const typ = 'rogatory-handoff-act' as const
    const act = { digest, typ, statement, credential: 'c', keptAt: NOW, handoff }
    await store().keepAct(act)
    await store().keepAct(act)
    expect(await store().acts(handoff)).to.deep.equal([{ ...act, index: null }])
    expect(await store().acts(anyId())).to.deep.equal([])
    await store().keepEnvelope(handoff, 'd', 'sealed')
    await store().keepEnvelope(handoff, 'd', 'sealed otherwise')
    expect(await store().envelope(handoff, 'd')).to.equal('sealed')
    expect(await store().envelope(anyId(), 'd')).to.equal(undefined)
    expect(await store().everyAct(undefined, 10)).to.deep.equal([{ ...act, index: null }])
    expect(await store().everyAct(digest, 10)).to.deep.equal([])
    const other = anyId()
    await store().keepEnvelope(other, 'd', 'of another')
    await store().removeEnvelopes(handoff)
    expect(await store().envelope(handoff, 'd')).to.equal(undefined)
    expect(await store().envelope(other, 'd')).to.equal('of another')
  })

  it('finds those of a package', async () => {
    const { package: id } = somePackage()
    const mine = { ...handoffOf(anyId()), package: id }
    await store().keep(mine)
    await store().keep(handoffOf(anyId(), 'without'))
    expect(await store().ofPackage(id)).to.deep.equal([mine])
    expect(await store().find(mine.handoff)).to.deep.equal(mine)
  })

  it('finds those with copies that are still here, by age, and in pages', async () => {
    const ids = [anyId(), anyId(), anyId()].toSorted()
    const [one, two, three] = ids
    if (!one || !two || !three) throw new TypeError('three ids')
    const copies = { content: 'kept' as const }
    await store().keep({ ...handoffOf(one), ...copies })
    await store().keep({ ...handoffOf(two), ...copies, keptAt: new Date(+NOW + 1) })
    await store().keep({ ...handoffOf(three), ...copies })
    await store().keep(handoffOf(anyId(), 'of a package'))
    const found = async (...given: Parameters<HandoffStore['withCopies']>) =>
      (await store().withCopies(...given))
        .map(({ handoff }) => handoff)
        .filter((id) => ids.includes(id))
    expect(await found(NOW, undefined, 10)).to.deep.equal([one, three])
    expect(await found(NOW, one, 10)).to.deep.equal([three])
    await store().noteDeleted(one)
    expect(await found(NOW, undefined, 1)).to.deep.equal([three])
    expect(await store().find(one)).to.deep.equal({ ...handoffOf(one), content: 'deleted' })
    expect((await store().keep(handoffOf(one))).content).to.equal('deleted')
  })

  it('gives each place and each step of a chain to one piece of evidence', async () => {
    const id = anyId()
    const first = await evidence(id, 0, 'H.1')
    expect(await store().keepEvidence(first)).to.deep.equal({ ...first, index: null })
    expect(await store().keepEvidence(await evidence(id, 0, 'H.2/x'))).to.equal('taken')
    const again = await store().keepEvidence(await evidence(id, 5, 'H.1'))
    expect(again).to.deep.equal({ ...first, index: null })
    const race = await Promise.all(
      ['H.2/a', 'H.2/b', 'H.2/c'].map(async (step) =>
        store().keepEvidence(await evidence(id, 1, step)),
      ),
    )
    expect(race.filter((kept) => kept !== 'taken')).to.have.length(1)
    expect((await store().chain(id)).map(({ sequence }) => sequence)).to.deep.equal([0, 1])
    expect(await store().chain(anyId())).to.deep.equal([])
  })
}
