import { expect } from 'chai'
import type { Database } from '#client/keystore/indexed-db/database.js'
import { identities, type KeptIdentity } from '#client/keystore/indexed-db/identities.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { rejection } from '#test/support/rejection.js'

const id = 'A'.repeat(43)
const authority = AuthorityId.parse('xa.ministry')
const plain: KeptIdentity = {
  ...{ id, authority, name: null, trust: '{}', isExample: false },
  keystore: JSON.stringify({ format: 'rogatory-keystore' }),
  relay: { origin: 'https://relay.example', id: authority },
}
const bound: KeptIdentity = {
  ...plain,
  keystore: JSON.stringify({ format: 'rogatory-bound-keystore' }),
}

/** Of one store, whose reads and writes are one step as those of a transaction are. */
function memoryDatabase(): Database {
  const values = new Map<string, unknown>()
  const change: Database['change'] = (_store, key, next) => {
    const after = next(values.get(String(key)))
    if (after !== undefined) values.set(String(key), after)
    return Promise.resolve(after === undefined ? 'kept' : 'changed')
  }
  const get: Database['get'] = (_store, key) => Promise.resolve(values.get(String(key)))
  return { change, get } as Database
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

  it('are opened as they are kept now, and not where another tab has forgotten them', async () => {
    const kept = identities(memoryDatabase(), 1, 1)
    expect(await rejection(kept.current(plain))).to.include({ code: 'keystore-changed' })
  })
})
