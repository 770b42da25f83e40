import { expect } from 'chai'
import { OfficerId } from '#crypto/fields/fields.js'
import type { SessionStore, StoredSession } from '#server/domain/sessions/session-store.js'
import { at, xa, xb } from './fixtures.js'

let made = 0
const anySession = (changes: Partial<StoredSession> = {}): StoredSession => ({
  id: `${String((made += 1)).padStart(21, 'A')}A`,
  kid: 'K'.repeat(43),
  authority: xa,
  client: 'C'.repeat(22),
  kind: 'browser',
  officer: OfficerId.parse('019b76da-a800-7000-8000-000000000001'),
  isNewClient: false,
  began: at(0),
  renewed: at(0),
  lasts: at(1),
  ends: at(12),
  securityKey: null,
  ended: null,
  ...changes,
})

/** What every SessionStore promises. */
export function sessionStoreContract(store: () => SessionStore): void {
  it('begins one session of an id, whoever of twenty comes first, and finds it whole', async () => {
    const session = anySession()
    const begun = await Promise.all(Array.from({ length: 20 }, () => store().begin(session)))
    expect(begun.filter((isFirst) => isFirst)).to.have.length(1)
    expect(await store().find(session.id)).to.deep.equal(session)
    const securityKey = { credential: 'C'.repeat(43), signCount: 7 }
    const touched = anySession({ securityKey })
    await store().begin(touched)
    expect(await store().find(touched.id)).to.deep.equal(touched)
    expect(await store().find(anySession().id)).to.equal(undefined)
  })

  it('goes on with a session that is its key’s, not ended, not over and not idle for too long', async () => {
    const session = anySession()
    await store().begin(session)
    const token = { at: at(2), lasts: at(3), idleSince: at(1) }
    const goOn = (changes: object, kid = session.kid) =>
      store().renew(session.id, kid, { ...token, ...changes })
    expect(await goOn({})).to.deep.equal({ ...session, renewed: at(2), lasts: at(3) })
    expect(await goOn({}, 'L'.repeat(43))).to.equal(undefined)
    expect(await goOn({ idleSince: at(4) })).to.equal(undefined)
    expect(await goOn({ at: at(12) })).to.equal(undefined)
    await store().end(session.id, { at: at(2), by: 'officer' })
    expect(await goOn({})).to.equal(undefined)
  })

  it('keeps who ended a session first', async () => {
    const session = anySession()
    await store().begin(session)
    const ended = { at: at(2), by: 'officer' } as const
    for (const by of [ended, { at: at(3), by: 'administrator' } as const]) {
      expect(await store().end(session.id, by)).to.deep.equal({ ...session, ended })
    }
    expect(await store().end(anySession().id, ended)).to.equal(undefined)
  })

  it('lists those of a key and of an authority, used last first, so many', async () => {
    const [old, young] = [anySession({ renewed: at(1) }), anySession({ renewed: at(2) })]
    const other = anySession({ kid: 'O'.repeat(43), renewed: at(3) })
    const foreign = anySession({ kid: 'F'.repeat(43), authority: xb })
    for (const one of [young, old, other, foreign]) await store().begin(one)
    expect(await store().ofKey(old.kid, 9)).to.deep.equal([young, old])
    expect(await store().ofKey(old.kid, 1)).to.deep.equal([young])
    expect(await store().ofAuthority(xa, 9)).to.deep.equal([other, young, old])
  })
}
