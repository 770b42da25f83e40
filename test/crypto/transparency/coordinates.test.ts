import { expect } from 'chai'
import fc from 'fast-check'
import { completeSubtrees, splitPoint } from '#crypto/transparency/coordinates.js'

describe('tree arithmetic', () => {
  it('splits at the largest power of two below, exact up to 2^53 - 1', () => {
    for (let power = 1; power <= 52; power++) {
      const n = 2 ** power
      expect(splitPoint(n)).to.equal(n / 2)
      expect(splitPoint(n + 1)).to.equal(n)
      if (n > 2) expect(splitPoint(n - 1)).to.equal(n / 2)
    }
    expect(splitPoint(2 ** 53 - 1)).to.equal(2 ** 52)
  })

  it('takes a tree apart into its binary digits, left to right and without a gap', () =>
    fc.assert(
      fc.property(fc.maxSafeNat(), (size) => {
        const subtrees = completeSubtrees({ begin: 0, end: size })
        let at = 0
        for (const { level, index } of subtrees) {
          expect(index * 2 ** level).to.equal(at)
          at += 2 ** level
        }
        expect(at).to.equal(size)
        expect(subtrees.length).to.equal(size.toString(2).replaceAll('0', '').length)
      }),
    ))
})
