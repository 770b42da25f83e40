import { expect } from 'chai'
import { median, percentile, ratioOf } from './statistics.js'

describe('statistics of benchmarks', () => {
  it('finds the middle, whatever the order', () => {
    expect(median([9, 1, 5])).to.equal(5)
    expect(median([4, 1, 3, 2])).to.equal(2.5)
    expect(median([7])).to.equal(7)
  })

  it('takes the nearest rank for a percentile, so it is always a sample', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i)
    expect(percentile(hundred, 0.5)).to.equal(50)
    expect(percentile(hundred, 0.99)).to.equal(99)
    expect(percentile(hundred, 1)).to.equal(100)
    expect(percentile([3, 1, 2], 0.99)).to.equal(3)
    expect(percentile([3, 1, 2], 0.01)).to.equal(1)
  })

  it('compares neighbours in time, so a machine that slows down changes no ratio', () => {
    expect(ratioOf([10, 20, 40], [20, 40, 80])).to.equal(0.5)
    expect(ratioOf([10, 20, 40], [20, 40, 800])).to.equal(0.5)
    expect(ratioOf([10, 20, 40], [10])).to.equal(2)
  })

  it('has no figure for nothing', () => {
    expect(() => median([])).to.throw(TypeError)
    expect(() => percentile([], 0.5)).to.throw(TypeError)
  })
})
