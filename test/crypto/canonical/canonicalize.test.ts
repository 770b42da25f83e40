import { expect } from 'chai'
import fc from 'fast-check'
import { fromHex, toHex, toUtf8 } from '#crypto/bytes/bytes.js'
import { canonicalize } from '#crypto/canonical/canonicalize.js'
import { codeOf } from '#test/support/code-of.js'
import * as rfc8785 from '#test/vectors/rfc8785.js'

const double = (hex: string) => new DataView(fromHex(hex).buffer).getFloat64(0)

describe('canonicalize', () => {
  it('writes the example of RFC 8785 §3.2.4', () => {
    const text = canonicalize(JSON.parse(rfc8785.EXAMPLE_INPUT))
    expect(toHex(toUtf8(text))).to.equal(rfc8785.EXAMPLE_OUTPUT_HEX)
  })

  it('sorts members as RFC 8785 §3.2.3', () => {
    const text = canonicalize(JSON.parse(rfc8785.SORTING_INPUT))
    const values = [...text.matchAll(/:"([^"]+)"/g)].map(([, value]) => value)
    expect(values).to.deep.equal(rfc8785.SORTED_VALUES)
  })

  for (const [hex, text] of rfc8785.NUMBERS) {
    it(`writes ${hex} as ${text} (RFC 8785 appendix B)`, () => {
      expect(canonicalize(double(hex))).to.equal(text)
    })
  }

  it('writes the same text for one value however it was put together', () => {
    const value = fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: false })
    fc.assert(
      fc.property(value, (members) => {
        const backwards = Object.fromEntries(Object.entries(members).reverse())
        const text = canonicalize(members)
        expect(canonicalize(backwards)).to.equal(text)
        expect(canonicalize(JSON.parse(text))).to.equal(text)
      }),
    )
  })

  it('writes an object without a prototype, and nothing of an empty one', () => {
    expect(canonicalize(Object.assign(Object.create(null), { a: {} }))).to.equal('{"a":{}}')
  })

  const endless: Record<string, unknown> = {}
  endless['self'] = endless

  for (const [what, value] of [
    ...rfc8785.NO_NUMBERS.map((hex) => [`the double ${hex}`, double(hex)] as const),
    ['undefined', undefined],
    ['an undefined member', { a: undefined }],
    ['a big integer', 1n],
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
    ['a member named by a symbol', { [Symbol('a')]: 1 }],
    ['half a surrogate pair', '\ud800'],
    ['a name with half a pair', { '\udc00': 1 }],
    // eslint-disable-next-line no-sparse-arrays -- the very thing refused
    ['an array with holes', [1, , 2]],
    ['a date, though it has toJSON', new Date(0)],
    ['a map', new Map()],
    ['octets', Uint8Array.of(1)],
  ] as const) {
    it(`refuses ${what}`, async () => {
      expect(await codeOf(() => canonicalize(value))).to.equal('canonical/malformed')
    })
  }

  it('refuses a value that contains itself', async () => {
    expect(await codeOf(() => canonicalize(endless))).to.equal('canonical/too-deep')
  })
})
