import { expect } from 'chai'
import type { Caller } from '#server/contract/wire.js'
import { silentLogger } from '#server/observability/logger.js'
import { expelRevoked } from '#server/realtime/expel-revoked.js'
import { callerOf, fakeRelay } from '#test/support/fake-relay.js'

describe('who is let in no longer', () => {
  let own: Caller
  before(async () => (own = callerOf((await fakeRelay()).drafter, { roles: ['case'] })))

  /** One round over these connections of one key: which of them were ended, and how many were judged. */
  async function round(callers: readonly Caller[], isGood: (caller: Caller) => boolean) {
    const ended: Caller[] = []
    const judged: Caller[] = []
    const sockets = callers.map((caller) => ({
      data: { admission: { caller } },
      disconnect: () => ended.push(caller),
    }))
    let rounds = 0
    const all = await new Promise<() => void>((resolve) => {
      const stop = expelRevoked({
        connected: () => (++rounds === 1 ? [sockets] : (resolve(() => stop()), [])),
        judgeStanding: (caller) => {
          judged.push(caller)
          return Promise.resolve(isGood(caller))
        },
        everyMs: 1,
        log: silentLogger,
      })
    })
    all()
    return { ended, judged }
  }

  it('is judged once for connections that were let in alike', async () => {
    const again = { ...own, roles: ['admin' as const] }
    const { ended, judged } = await round([own, again, own], () => false)
    expect(judged).to.have.length(1)
    expect(ended).to.deep.equal([own, again, own])
  })

  it('is judged by what each connection was let in as, and no other of the key ends with it', async () => {
    const translator = { ...own, roles: ['translator' as const] }
    const other = { ...own, officer: 'another officer' }
    const all = [own, translator, other]
    for (const gone of all) {
      const { ended, judged } = await round(all, (caller) => caller !== gone)
      expect(judged).to.have.members(all)
      expect(ended).to.deep.equal([gone])
    }
  })
})
