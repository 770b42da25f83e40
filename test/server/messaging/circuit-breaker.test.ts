import { expect } from 'chai'
import { circuitBreaker } from '#server/messaging/circuit-breaker.js'

describe('a circuit breaker', () => {
  it('spares what failed, tries it once after a rest, and trusts it again when that succeeds', async () => {
    let now = 0
    let calls = 0
    const breaker = circuitBreaker(1000, () => now)
    const fail = () => Promise.reject(new Error(`call ${++calls}`))
    const succeed = () => {
      calls++
      return Promise.resolve()
    }

    expect(await breaker.try(succeed)).to.equal(true)
    expect(await breaker.try(fail)).to.equal(false)
    expect([breaker.closed(), await breaker.try(succeed), calls]).to.deep.equal([false, false, 2])

    now = 1000
    expect(breaker.closed()).to.equal(true)
    const probe = breaker.try(fail)
    expect(breaker.closed(), 'one probe at a time').to.equal(false)
    expect([await probe, breaker.closed(), calls]).to.deep.equal([false, false, 3])

    now = 2000
    expect(await breaker.try(succeed)).to.equal(true)
    expect([breaker.closed(), await breaker.try(succeed), calls]).to.deep.equal([true, true, 5])
  })
})
