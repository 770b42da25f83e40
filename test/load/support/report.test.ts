import { expect } from 'chai'
import { judge } from './comparison.js'
import { table } from './report.js'

describe('the table of benchmarks', () => {
  const about = { row: 5, work: 'submissions', unit: '/s' }

  it('says whether a bound was met, in either direction', () => {
    const against = (samples: readonly number[], reach: { atLeast: number } | { atMost: number }) =>
      judge({ ...about, own: [30, 30], peer: { name: 'peer', samples }, reach })
    expect(against([100, 100], { atLeast: 0.3 })).to.include({ ratio: 0.3, met: true })
    expect(against([100, 100], { atLeast: 0.31 })).to.include({ met: false })
    expect(against([10, 10], { atMost: 3 })).to.include({ ratio: 3, met: true })
    expect(against([10, 10], { atMost: 2.9 })).to.include({ met: false })
  })

  it('names a peer that is missing, and judges nothing then', () => {
    const peer = { name: 'age', missing: 'missing: age' }
    const judged = judge({ ...about, own: [30], peer, reach: { atLeast: 1 } })
    expect(judged).not.to.have.any.keys('met', 'ratio')
    expect(table([judged])).to.match(/\| age +\| missing: age \|/)
  })

  it('is a table of Markdown; p99 only where there are samples enough for one', () => {
    const few = judge({ ...about, own: [1234.4, 1234.4] })
    const many = judge({ ...about, own: Array.from({ length: 100 }, (_, i) => i + 1) })
    const [, rule, first, second] = table([few, many]).split('\n')
    expect(rule).to.match(/^(\| -+ )+\|$/)
    expect(first).to.include('| 1,234 /s | ').and.not.to.include('NaN')
    expect(second).to.include('| 51 /s').and.to.include('| 99 /s')
  })
})
