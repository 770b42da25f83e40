import { expect } from 'chai'
import { lineOf, type Reading, trendsOf, withReading } from '#client/browser/operator/trends-of.js'

const reading = (second: number, size: number, ...overdue: number[]): Reading => ({
  at: new Date(second * 1000).toISOString(),
  log: { size, unsequenced: 0, oldest: null },
  jobs: overdue.map((late, at) => ({ name: `job-${at}`, overdue: late, oldest: null, refused: 1 })),
})

describe('how a relay fared while the console was open', () => {
  it('is told of each quantity, of jobs by their sum', () => {
    const trends = trendsOf([reading(0, 5, 2, 1), reading(15, 9, 0, 1)])
    expect(trends.map(({ name, values }) => [name, values])).to.deep.equal([
      ['leaves', [5, 9]],
      ['unsequenced', [0, 0]],
      ['overdue', [3, 1]],
      ['refused', [2, 2]],
    ])
    expect(trends[2]).to.include({ now: 1, least: 1, most: 3 })
  })

  it('keeps the newest readings, and none twice', () => {
    const [first, second] = [reading(0, 1), reading(15, 2)]
    expect(withReading([first], first)).to.deep.equal([first])
    expect(withReading([first], second)).to.deep.equal([first, second])
    const many = Array.from({ length: 480 }, (_, at) => reading(at, at))
    const kept = withReading(many, reading(480, 480))
    expect(kept).to.have.length(480)
    expect(kept[0]?.log.size).to.equal(1)
  })

  it('is a line from the oldest to the newest, the most on top, and level where nothing changed', () => {
    const [leaves, unsequenced] = trendsOf([reading(0, 5), reading(15, 7), reading(30, 9)])
    expect(leaves && lineOf(leaves)).to.equal('0.0,19.0 50.0,10.0 100.0,1.0')
    expect(unsequenced && lineOf(unsequenced)).to.equal('0.0,10.0 50.0,10.0 100.0,10.0')
  })
})
