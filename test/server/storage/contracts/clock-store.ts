import { expect } from 'chai'
import { CaseId } from '#crypto/fields/fields.js'
import type { ClockStore, StoredClock } from '#server/domain/clocks/clock-store.js'
import { after, NOW } from '#test/support/world/moments.js'
import { anyDigest, xa, xb } from './fixtures.js'

const one = CaseId.parse('019ca8a0-3e80-7000-8000-000000000002')
const other = CaseId.parse('019ca8a0-3e80-7000-8000-000000000003')

type Clock = Omit<StoredClock, 'rings'>
const clockOf = (changes: Partial<Clock> = {}): Clock => ({
  authority: xa,
  clock: 'c'.repeat(64),
  revision: 1,
  case: one,
  evidence: 'e'.repeat(64),
  state: 'running',
  due: after(NOW, 100),
  warnings: [after(NOW, 50)],
  statement: 'statement',
  digest: anyDigest(),
  credential: 'credential',
  keptAt: NOW,
  ...changes,
})

/** What every ClockStore promises. */
export function clockStoreContract(store: () => ClockStore): void {
  it('keeps a new clock, each revision after the one before, and none once it has ended', async () => {
    const first = clockOf()
    expect(await store().keep(clockOf({ revision: 2 }))).to.equal(undefined)
    expect(await store().keep(first)).to.deep.equal({ ...first, rings: [] })
    expect(await store().keep(clockOf())).to.include({ digest: first.digest })
    expect(await store().keep(clockOf({ revision: 3 }))).to.include({ digest: first.digest })
    const second = clockOf({ revision: 2, state: 'ended', warnings: [] })
    expect(await store().keep(second)).to.deep.equal({ ...second, rings: [] })
    expect(await store().keep(clockOf({ revision: 3 }))).to.include({ digest: second.digest })
    expect(await store().find(xa, first.clock)).to.deep.equal({ ...second, rings: [] })
    expect(await store().find(xb, first.clock)).to.equal(undefined)
  })

  it('keeps one that no evidence started', async () => {
    const clock = clockOf({ evidence: null })
    expect(await store().keep(clock)).to.deep.equal({ ...clock, rings: [] })
  })

  it('lets one of twenty win a revision', async () => {
    await store().keep(clockOf())
    const wanted = Array.from({ length: 20 }, () => clockOf({ revision: 2 }))
    await Promise.all(wanted.map((clock) => store().keep(clock)))
    const kept = await store().find(xa, clockOf().clock)
    expect(wanted.filter(({ digest }) => digest === kept?.digest)).to.have.length(1)
  })

  it('tells a stage of a revision once, and nothing of another revision', async () => {
    const { clock } = (await store().keep(clockOf())) ?? clockOf()
    const ring = { revision: 1, stage: 'lapse', due: after(NOW, 100), at: after(NOW, 101) } as const
    const told = await Promise.all(Array.from({ length: 20 }, () => store().ring(xa, clock, ring)))
    expect(told.filter((isFirst) => isFirst)).to.have.length(1)
    expect(await store().ring(xa, clock, { ...ring, stage: 'warning/0' })).to.equal(true)
    expect(await store().ring(xa, clock, { ...ring, revision: 2 })).to.equal(false)
    await store().keep(clockOf({ revision: 2 }))
    expect(await store().ring(xa, clock, ring)).to.equal(false)
    expect(await store().ring(xa, clock, { ...ring, revision: 2 })).to.equal(true)
    const rings = (await store().find(xa, clock))?.rings ?? []
    expect(rings.map(({ revision, stage }) => `${revision} ${stage}`)).to.deep.equal([
      '1 lapse',
      '1 warning/0',
      '2 lapse',
    ])
    expect(rings[0]).to.deep.equal(ring)
  })

  it('lists by name, of a case, and what has not ended', async () => {
    const names = ['a', 'b', 'c'].map((letter) => letter.repeat(64))
    await store().keep(clockOf({ clock: names[1] ?? '' }))
    await store().keep(clockOf({ clock: names[0] ?? '', case: other }))
    await store().keep(clockOf({ clock: names[2] ?? '', state: 'ended' }))
    await store().keep(clockOf({ authority: xb }))
    const list = async (...[filter, after, limit]: [object, string?, number?]) =>
      (await store().list(xa, filter, after, limit ?? 10)).map(({ clock }) => clock)
    expect(await list({})).to.deep.equal(names)
    expect(await list({ open: true })).to.deep.equal(names.slice(0, 2))
    expect(await list({ case: one })).to.deep.equal(names.slice(1))
    expect(await list({}, names[0], 1)).to.deep.equal([names[1]])
  })
}
