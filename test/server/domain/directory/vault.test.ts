import { expect } from 'chai'
import { readVault } from '#server/domain/directory/read-vault.js'
import { storeVault } from '#server/domain/directory/store-vault.js'
import { callerOf, type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { rejection } from '#test/support/rejection.js'

describe('the vault of an authority', () => {
  let relay: FakeRelay
  beforeEach(async () => {
    relay = await fakeRelay()
  })
  const admin = () => callerOf(relay.drafter, { roles: ['admin'] })
  const store = (version: number, vault: string, caller = admin()) =>
    storeVault(relay)(caller, { version, vault })

  it('is unknown until it is stored, then the newest version counts', async () => {
    const none = await rejection(readVault(relay)(admin()))
    expect(none).to.include({ code: 'vault-unknown' })
    await store(1, 'one')
    await store(2, 'two')
    expect(await readVault(relay)(callerOf(relay.drafter))).to.deep.equal({
      version: 2,
      vault: 'two',
    })
    expect(await rejection(readVault(relay)(callerOf(relay.registrar)))).to.include({
      code: 'vault-unknown',
    })
  })

  it('never changes a version, leaves a gap or goes back; the same again is no error', async () => {
    await store(1, 'one')
    await store(1, 'one')
    await store(2, 'two')
    for (const [version, vault] of [
      [2, 'other'],
      [4, 'four'],
      [1, 'one'],
      [0, 'zero'],
    ] as const) {
      const reason = await rejection(store(version, vault))
      expect(reason, `version ${version}`).to.include({ code: 'vault-conflict' })
    }
  })

  it('lets one of two administrators at once win', async () => {
    const results = await Promise.allSettled([store(1, 'mine'), store(1, 'yours')])
    expect(results.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected'])
  })

  it('is stored by administrators only', async () => {
    const reason = await rejection(store(1, 'one', callerOf(relay.drafter)))
    expect(reason).to.include({ code: 'not-permitted' })
    expect(relay.trace).to.deep.equal([])
  })
})
