import { expect } from 'chai'
import { oneAndOneMore } from '#server/realtime/one-and-one-more.js'

describe('one run at a time, and one more', () => {
  it('runs once more for whoever asked during a run, however many they were', async () => {
    const ends: (() => void)[] = []
    const run = oneAndOneMore(() => new Promise((resolve) => ends.push(resolve)))
    const first = run()
    const later = [run(), run(), run()]
    expect(ends).to.have.length(1)
    ends[0]?.()
    await first
    await Promise.resolve()
    expect(ends).to.have.length(2)
    ends[1]?.()
    await Promise.all(later)
    void run()
    expect(ends).to.have.length(3)
  })

  it('goes on after a run that failed', async () => {
    let runs = 0
    const run = oneAndOneMore(() =>
      ++runs === 1 ? Promise.reject(new Error('once')) : Promise.resolve(),
    )
    const [first, second] = [run().catch(() => 'failed'), run()]
    expect(await first).to.equal('failed')
    await second
    expect(runs).to.equal(2)
  })
})
