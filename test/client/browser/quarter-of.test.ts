import { expect } from 'chai'
import { quarterOf } from '#client/browser/components/quarter-of.js'

describe('how far something is, as it is read out', () => {
  it('changes at each quarter, not at each of a hundred', () => {
    const said = new Set(Array.from({ length: 101 }, (_, percent) => quarterOf(percent)))
    expect([...said]).to.deep.equal([0, 25, 50, 75, 100])
    expect(quarterOf(99)).to.equal(75)
  })
})
