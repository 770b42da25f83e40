import { expect } from 'chai'
import fc from 'fast-check'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { codeOf } from '#test/support/code-of.js'

const bounds = { maxBytes: 10_000, maxDepth: 4 }
const parse = (text: string) => parseJson(text, bounds)

// Integers that a double rounds are refused, so they are no part of what must be read.
const exact = (_name: string, value: unknown) =>
  Number.isInteger(value) && !Number.isSafeInteger(value) ? 0 : value

describe('parseJson', () => {
  it('reads what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, exact, indent)
        fc.pre(!text.includes('"__proto__"'))
        expect(parseJson(text, { maxBytes: 1e6, maxDepth: 8 })).to.deep.equal(JSON.parse(text))
      }),
    )
  })

  it('refuses, or reads as JSON.parse does, whatever it is given', async () => {
    const token = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"\\u0061"', '1', '-', ' ')
    await fc.assert(
      fc.asyncProperty(fc.array(token, { maxLength: 12 }), async (tokens) => {
        const text = tokens.join('')
        const code = await codeOf(() => {
          expect(parse(text)).to.deep.equal(JSON.parse(text))
        })
        expect(code).to.be.oneOf([
          'nothing was refused',
          'canonical/malformed',
          'canonical/too-deep',
        ])
      }),
      { numRuns: 1000 },
    )
  })

  it('reads brackets and quotes inside strings as text', () => {
    const text = String.raw`{"a":"[[[[[[{\"\\","b\\":["}",{"a":1,"b":-0.5e-3}]}`
    expect(parse(text)).to.deep.equal(JSON.parse(text))
  })

  it('lets one name stand in different objects', () => {
    expect(parse('[{"a":1},{"a":{"a":[2]}}]')).to.deep.equal([{ a: 1 }, { a: { a: [2] } }])
  })

  it('reads the largest integers that two readers agree on', () => {
    expect(parse('[9007199254740991,-9007199254740991]')).to.deep.equal([
      9007199254740991, -9007199254740991,
    ])
  })

  for (const [what, text] of [
    ['nothing', ''],
    ['a name twice', '{"a":1,"a":2}'],
    ['a name twice, once escaped', String.raw`{"a":1,"\u0061":2}`],
    ['a name twice, further in', '[{"b":{"a":1,"c":{},"a":2}}]'],
    ['a member named __proto__', '{"__proto__":{}}'],
    ['the same, escaped', String.raw`{"\u005f_proto__":{}}`],
    ['half a surrogate pair', '"\ud800"'],
    ['the same, escaped', String.raw`["\ud800"]`],
    ['the same in a name', String.raw`{"\udc00":1}`],
    ['a number beyond a double', '1e400'],
    ['an integer that readers round apart', '9007199254740993'],
    ['a number with a leading zero', '01'],
    ['two points in a number', '1.2.3'],
    ['a lone minus', '[-]'],
    ['a string without end', '"abc'],
    ['a string that ends in an escape', String.raw`"abc\"`],
    ['an escape that is none', String.raw`"\x41"`],
    ['a control character in a string', '"a\nb"'],
    ['a trailing comma', '[1,]'],
    ['a comment', '/**/1'],
    ['more than one value', '{}{}'],
    ['brackets crossed', '{"a":[}]'],
    ['a byte order mark', '\ufeff1'],
    ['NaN', 'NaN'],
  ] as const) {
    it(`refuses ${what}: ${JSON.stringify(text)}`, async () => {
      expect(await codeOf(() => parse(text))).to.equal('canonical/malformed')
    })
  }

  it('counts levels before it builds any', async () => {
    expect(parse('[[[[]]]]')).to.deep.equal([[[[]]]])
    expect(await codeOf(() => parse('[[[[[]]]]]'))).to.equal('canonical/too-deep')
    expect(await codeOf(() => parse('[{"a":[{"b":{}}]}]'))).to.equal('canonical/too-deep')
    const bomb = '['.repeat(5_000_000)
    expect(await codeOf(() => parseJson(bomb, { maxBytes: 1e7, maxDepth: 32 }))).to.equal(
      'canonical/too-deep',
    )
  })

  it('counts octets, not characters', async () => {
    const six = { maxBytes: 6, maxDepth: 1 }
    expect(parseJson('"abcd"', six)).to.equal('abcd')
    expect(parseJson('"éé"', six)).to.equal('éé')
    expect(await codeOf(() => parseJson('"ééé"', six))).to.equal('canonical/too-large')
    expect(await codeOf(() => parseJson('"abcde"', six))).to.equal('canonical/too-large')
  })

  it('takes time in proportion to the text, however it is put together', () => {
    const strings = `[${Array.from({ length: 100_000 }, () => '"\\\\"').join(',')}]`
    expect(parseJson(strings, { maxBytes: 1e6, maxDepth: 1 })).to.have.length(100_000)
  })
})
