import { expect } from 'chai'
import type { Database } from '#client/keystore/indexed-db/database.js'
import { identities, type KeptIdentity } from '#client/keystore/indexed-db/identities.js'
import type { OpenedKeys } from '#client/core/session/import-keys.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import type { NamedSession } from '#server/contract/session-wire.js'
import { rejection } from '#test/support/rejection.js'

const id = 'A'.repeat(43)
const authority = AuthorityId.parse('xa.ministry')
const plain: KeptIdentity = {
  id,
  authority,
  name: null,
  trust: '{}',
  isExample: false,
  keystore: JSON.stringify({ format: 'rogatory-keystore' }),
  relay: { origin: 'https://relay.example', id: authority },
}
const bound: KeptIdentity = {
  ...plain,
  keystore: JSON.stringify({ format: 'rogatory-bound-keystore' }),
}

/** Whose reads and writes are one step, as those of a transaction are. */
function memoryDatabase(): Database {
  const values = new Map<string, unknown>()
  const placeOf = (store: string, key: unknown) => `${store}/${String(key)}`
  const change: Database['change'] = (store, key, next) => {
    const after = next(values.get(placeOf(store, key)))
    if (after !== undefined) values.set(placeOf(store, key), after)
    return Promise.resolve(after === undefined ? 'kept' : 'changed')
  }
  const put: Database['put'] = async (store, key, value) => {
    await change(store, key, () => value)
  }
  const get: Database['get'] = (store, key) => Promise.resolve(values.get(placeOf(store, key)))
  const remove: Database['remove'] = (store, key) => {
    values.delete(placeOf(store, key))
    return Promise.resolve()
  }
  return { change, get, put, remove } as Database
}

describe('the identities that a browser keeps', () => {
  it('are brought in again, but not over one that another tab has bound meanwhile', async () => {
    const kept = identities(memoryDatabase(), 1, 1)
    const again = { unbinds: false }
    expect(await kept.before(id, again)).to.equal(undefined)
    await kept.keep(plain, again)
    expect(await kept.before(id, again)).to.deep.equal(plain)
    await kept.replace(plain, bound.keystore)
    expect(await rejection(kept.keep(plain, again))).to.include({ code: 'keystore-bound' })
    expect(await rejection(kept.before(id, again))).to.include({ code: 'keystore-bound' })
    expect(await kept.current(plain)).to.deep.equal(bound)
    await kept.keep(plain, { unbinds: true })
    expect(await kept.current(bound)).to.deep.equal(plain)
  })

  it('are unlocked for one tab alone, and nothing of their keys is written, but of an example', async () => {
    const database = memoryDatabase()
    const kept = identities(database, 10, 100)
    const at = (ms: number) => new Date(1_000 + ms)
    const keys = { authority } as OpenedKeys
    const session = { id: 'one' } as unknown as NamedSession
    for (const [identity, isShared] of [
      [plain, false],
      [bound, false],
      [{ ...plain, isExample: true }, true],
      [{ ...bound, isExample: true }, false],
    ] as const) {
      const open = { keys, session, until: at(100) }
      expect(await kept.unlock(identity, { keys, session }, at(0))).to.deep.equal(open)
      expect(await kept.going(id, at(5))).to.equal(session)
      expect(await kept.unlocked(id, at(5))).to.deep.equal(isShared ? open : undefined)
      expect('keys' in ((await database.get('keys', id)) as object)).to.equal(isShared)
      await kept.touch(id, at(5))
      expect(await kept.going(id, at(14)), 'used').to.equal(session)
      expect(await kept.going(id, at(15)), 'idle').to.equal(undefined)
      expect(await database.get('keys', id)).to.equal(undefined)
    }
  })

  it('tell until when they are unlocked if nobody uses them, which every use puts off', async () => {
    const kept = identities(memoryDatabase(), 10, 100)
    const keys = { authority } as OpenedKeys
    expect(await kept.idleUntil(id, new Date(0))).to.equal(undefined)
    await kept.unlock(plain, { keys, session: { id: 'one' } as never }, new Date(0))
    expect(await kept.idleUntil(id, new Date(4))).to.deep.equal(new Date(10))
    await kept.touch(id, new Date(6))
    expect(await kept.idleUntil(id, new Date(7))).to.deep.equal(new Date(16))
    expect(await kept.idleUntil(id, new Date(16))).to.equal(undefined)
  })

  it('are unlocked by a second tab into the same session, which lasts no longer for it', async () => {
    const kept = identities(memoryDatabase(), 10, 100)
    const keys = { authority } as OpenedKeys
    const [one, other] = ['one', 'other'].map((name) => ({ id: name }) as unknown as NamedSession)
    if (one === undefined || other === undefined) throw new TypeError('two sessions')
    await kept.unlock(plain, { keys, session: one }, new Date(0))
    const again = await kept.unlock(plain, { keys, session: one }, new Date(9))
    expect(again.until).to.deep.equal(new Date(100))
    const next = await kept.unlock(plain, { keys, session: other }, new Date(9))
    expect(next.until).to.deep.equal(new Date(109))
  })

  it('are opened as they are kept now, and not where another tab has forgotten them', async () => {
    const kept = identities(memoryDatabase(), 1, 1)
    expect(await rejection(kept.current(plain))).to.include({ code: 'keystore-changed' })
  })
})
