import { expect } from 'chai'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { HandoffId, OfficerId } from '#crypto/fields/fields.js'
import type { EndingNotice, Notice } from '#server/contract/notice.js'
import type { DutyActStore, StoredDutyAct } from '#server/domain/duty/duty-act-store.js'
import type { EndingStore } from '#server/domain/endings/ending-store.js'
import type { NoticeStore } from '#server/domain/notices/notice-store.js'
import type { RosterStore } from '#server/domain/duty/roster-store.js'
import { NOW } from '#test/support/world/moments.js'
import { anyDigest, at, xa, xb } from './fixtures.js'

const someNotice = (changes: Partial<EndingNotice> = {}): EndingNotice => ({
  id: anyDigest(),
  authority: xa,
  at: at(0).toISOString(),
  kind: 'keys.expiring',
  what: 'key',
  of: 'kid',
  ends: at(9).toISOString(),
  warning: 7,
  ...changes,
})

/** What every NoticeStore promises. */
export function noticeStoreContract(store: () => NoticeStore): void {
  it('keeps the first of one id, whoever of fifty comes first', async () => {
    const id = anyDigest()
    const kept = await Promise.all(
      Array.from({ length: 50 }, () => store().keep(someNotice({ id }))),
    )
    expect(kept.filter((isFirst) => isFirst)).to.have.length(1)
    expect(await store().newest(xa, undefined, 9)).to.have.length(1)
  })

  it('lists those to one authority as they were given, newest first, so many', async () => {
    const [old, young] = [1, 2].map((time) => someNotice({ at: at(time).toISOString() }))
    for (const notice of [young, old, someNotice({ authority: xb })]) {
      if (notice !== undefined) await store().keep(notice)
    }
    expect(await store().newest(xa, undefined, 9)).to.deep.equal([young, old])
    expect(await store().newest(xa, 'keys.expiring', 1)).to.deep.equal([young])
  })

  it('lists what concerns a linguist in person, and nothing else of the authority', async () => {
    const [mine, theirs] = ['a', 'b'].map((digit) => `${digit.repeat(42)}A`)
    const step = (kid: string | undefined, hour: number): Notice => ({
      id: anyDigest(),
      authority: xa,
      at: at(hour).toISOString(),
      kind: 'handoff.step',
      handoff: HandoffId.parse(uuidV7(NOW)),
      code: 'H.4',
      turn: 0,
      moment: at(hour).toISOString(),
      time: at(hour).toISOString(),
      ...(kid !== undefined && { linguists: [kid] }),
    })
    const [old, young] = [step(mine, 1), step(mine, 2)]
    for (const notice of [young, old, step(theirs, 3), step(undefined, 3), someNotice()]) {
      await store().keep(notice)
    }
    expect(await store().inPerson(mine ?? '', 9)).to.deep.equal([young, old])
    expect(await store().inPerson(mine ?? '', 1)).to.deep.equal([young])
  })
}

/** What every EndingStore promises. */
export function endingStoreContract(store: () => EndingStore): void {
  it('holds what was said last of each authority', async () => {
    const ending = { what: 'key', of: 'kid', at: at(9).toISOString() } as const
    await store().put({ authority: xb, endings: [], at: at(1) })
    await store().put({ authority: xa, endings: [ending], at: at(1) })
    await store().put({ authority: xb, endings: [ending, ending], at: at(2) })
    expect(await store().all()).to.deep.equal([
      { authority: xa, endings: [ending], at: at(1) },
      { authority: xb, endings: [ending, ending], at: at(2) },
    ])
  })
}

/** What every RosterStore promises. */
export function rosterStoreContract(store: () => RosterStore): void {
  const some = (version: number) => ({
    authority: xa,
    version,
    digest: anyDigest(),
    roster: `r${version}`,
    credential: 'c',
    keptAt: at(version),
  })

  it('takes one next version, whoever of twenty comes first, and holds the newest only', async () => {
    expect(await store().find(xa)).to.equal(undefined)
    for (const version of [1, 2]) {
      const all = Array.from({ length: 20 }, () => some(version))
      const taken = await Promise.all(all.map((one) => store().replace(one)))
      expect(taken.filter((isFirst) => isFirst)).to.have.length(1)
      const first = all[taken.indexOf(true)]
      expect(await store().find(xa)).to.deep.equal(first)
      if (first !== undefined) expect(await store().replace(first)).to.equal(true)
    }
    for (const version of [1, 2, 4]) expect(await store().replace(some(version))).to.equal(false)
    expect(await store().find(xb)).to.equal(undefined)
  })
}

/** What every DutyActStore promises. */
export function dutyActStoreContract(store: () => DutyActStore): void {
  const header = anyDigest()
  const officer = OfficerId.parse('019b76da-a800-7000-8000-000000000001')
  const some = (turn: number, authority = xa): StoredDutyAct => ({
    authority,
    header,
    turn,
    act: 'take',
    officer,
    digest: anyDigest(),
    statement: 's',
    credential: 'c',
    keptAt: at(turn),
  })

  it('keeps one act a turn, whoever of twenty comes first, and lists them in order', async () => {
    for (const turn of [2, 1]) {
      const all = Array.from({ length: 20 }, () => some(turn))
      const kept = await Promise.all(all.map((one) => store().keep(one)))
      expect(new Set(kept.map(({ digest }) => digest)).size).to.equal(1)
      expect(all).to.deep.include(kept[0])
    }
    await store().keep(some(1, xb))
    const listed = await store().list(header, xa)
    expect(listed.map(({ turn }) => turn)).to.deep.equal([1, 2])
    expect(await store().list(anyDigest(), xa)).to.deep.equal([])
  })
}
