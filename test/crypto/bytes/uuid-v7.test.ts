import { expect } from 'chai'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { codeOf } from '#test/support/code-of.js'

describe('uuidV7', () => {
  it('begins as the example of RFC 9562 §A.6, with version 7 and the variant', () => {
    const id = uuidV7(new Date('2022-02-22T19:22:22.000Z'))
    expect(id).to.match(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('sorts as time does, up to the last moment it can say', () => {
    const moments = [0, 1, 65_535, 65_536, 2 ** 32, 1_700_000_000_000, 8.64e15].map((ms) =>
      uuidV7(new Date(Math.min(ms, 2 ** 48 - 1))),
    )
    expect(moments.toSorted()).to.deep.equal(moments)
    expect(moments.at(-1)).to.match(/^ffffffff-ffff-7/)
  })

  it('is never the same twice', () => {
    const at = new Date(0)
    expect(new Set(Array.from({ length: 100 }, () => uuidV7(at)))).to.have.property('size', 100)
  })

  for (const [what, at] of [
    ['no moment', new Date(Number.NaN)],
    ['a moment before 1970', new Date(-1)],
    ['a moment beyond 48 bits', new Date(2 ** 48)],
  ] as const) {
    it(`refuses ${what}`, async () => {
      expect(await codeOf(() => uuidV7(at))).to.equal('bytes/malformed')
    })
  }
})
