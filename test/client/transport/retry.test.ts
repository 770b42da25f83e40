import { expect } from 'chai'
import { ClientError } from '#client/core/client-error.js'
import { RelayProblem } from '#client/core/relay-problem.js'
import { addressOf } from '#client/transport/address.js'
import { inTurn } from '#client/transport/in-turn.js'
import { recentDigests } from '#client/transport/recent-digests.js'
import { delayBefore } from '#client/transport/retry.js'

describe('the wait before another try', () => {
  const unreachable = new ClientError('relay-unreachable', 'x', 'y')
  const refused = (status: number, retryAfter?: number) =>
    new RelayProblem({ type: '-', title: '-', status }, retryAfter)

  it('grows, and there is none after the fifth', () => {
    for (const [tries, most] of [400, 800, 1600, 3200].entries()) {
      for (let sample = 0; sample < 50; sample++) {
        expect(delayBefore(unreachable, tries + 1)).to.be.within(0, most)
      }
    }
    expect(delayBefore(unreachable, 5)).to.equal(undefined)
  })

  it('is not shorter than what the relay asks for, within reason', () => {
    expect(delayBefore(refused(503, 7), 1)).to.be.within(7_000, 7_400)
    expect(delayBefore(refused(429, 30), 1)).to.be.within(30_000, 30_400)
    expect(delayBefore(refused(429, 31), 1)).to.equal(undefined)
  })

  it('is for what passes', () => {
    for (const status of [429, 502, 503, 504, 507]) {
      expect(delayBefore(refused(status), 1), String(status)).to.be.a('number')
    }
    for (const status of [400, 401, 403, 404, 409, 410, 413, 422, 500, 501]) {
      expect(delayBefore(refused(status), 1), String(status)).to.equal(undefined)
    }
    expect(delayBefore(new ClientError('relay-answer', 'x', 'y'), 1)).to.equal(undefined)
    expect(delayBefore(new TypeError('a bug'), 1)).to.equal(undefined)
  })
})

describe('the address of an operation', () => {
  const at = (params: object, path = '/v1/a/:name/b', query?: object) =>
    addressOf('https://relay.test', path, params, query)

  it('keeps what is filled in where it belongs', () => {
    expect(at({ name: 'x/../y?z#%' })).to.equal('https://relay.test/v1/a/x%2F..%2Fy%3Fz%23%25/b')
    expect(at({ name: 'مرفق' })).to.equal(`https://relay.test/v1/a/${encodeURIComponent('مرفق')}/b`)
    const several = at({ tile: ['0', 'x001', '002'] }, '/log/tile/*tile')
    expect(several).to.equal('https://relay.test/log/tile/0/x001/002')
    expect(at({ name: 0 }, '/:name', { a: 'b&c', d: undefined, e: 0 })).to.equal(
      'https://relay.test/0?a=b%26c&e=0',
    )
  })

  it('is not made of what would lead elsewhere', () => {
    for (const name of ['', '.', '..', undefined]) {
      expect(() => at({ name }), String(name)).to.throw(TypeError)
    }
    expect(() => at({ tile: ['0', '..'] }, '/*tile')).to.throw(TypeError)
  })
})

describe('digests that were seen', () => {
  it('are known again among the last few, and forgotten in their order', () => {
    const isNew = recentDigests(3)
    expect(['a', 'b', 'a', 'c', 'b'].map(isNew)).to.deep.equal([true, true, false, true, false])
    expect(isNew('d'), 'a is forgotten').to.equal(true)
    expect(['b', 'c', 'd', 'a'].map(isNew)).to.deep.equal([false, false, false, true])
  })
})

describe('work in turn', () => {
  it('is done for one after the other, however long each takes', async () => {
    const trace: string[] = []
    const release: (() => void)[] = []
    const done = new Promise<void>((resolve) => {
      const take = inTurn<string>(
        async (name) => {
          trace.push(`${name} begins`)
          if (name === 'a') await new Promise<void>((go) => release.push(go))
          trace.push(`${name} ends`)
          if (name === 'c') resolve()
        },
        () => undefined,
      )
      for (const name of ['a', 'b', 'c']) take(name)
    })
    while (release.length === 0) await new Promise(setImmediate)
    expect(trace).to.deep.equal(['a begins'])
    release[0]?.()
    await done
    expect(trace.slice(1)).to.deep.equal(['a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  })

  it('ends at the first failure, which is told once', async () => {
    const failures: unknown[] = []
    const done: string[] = []
    const take = inTurn<string>(
      (name) => {
        done.push(name)
        return Promise.reject(new Error(name))
      },
      (error) => failures.push(error),
    )
    for (const name of ['a', 'b']) take(name)
    await new Promise(setImmediate)
    take('c')
    await new Promise(setImmediate)
    expect(done).to.deep.equal(['a'])
    expect(failures.map(String)).to.deep.equal(['Error: a'])
  })
})
