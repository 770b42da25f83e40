import { expect } from 'chai'
import fc from 'fast-check'
import {
  concat,
  equalBytes,
  fromBase64,
  fromBase64Url,
  fromHex,
  fromUtf8,
  toBase64,
  toBase64Url,
  toHex,
  toUtf8,
  unshared,
} from '#crypto/bytes/bytes.js'
import { codeOf } from '#test/support/code-of.js'

const octets = fc.uint8Array({ maxLength: 70 })

describe('octets', () => {
  it('are joined in order, and nothing is joined to nothing', () => {
    expect(concat(Uint8Array.of(1, 2), new Uint8Array(), Uint8Array.of(3))).to.deep.equal(
      Uint8Array.of(1, 2, 3),
    )
    expect(concat()).to.have.length(0)
  })

  it('are equal when each is', () => {
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).to.equal(true)
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).to.equal(false)
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1))).to.equal(false)
  })

  it('are copied only out of shared memory', () => {
    const own = Uint8Array.of(1)
    expect(unshared(own)).to.equal(own)
    if (typeof SharedArrayBuffer === 'undefined') return // not every browser page has it
    const shared = new Uint8Array(new SharedArrayBuffer(2))
    shared[1] = 7
    expect(unshared(shared).buffer).to.be.instanceOf(ArrayBuffer)
    expect(unshared(shared)).to.deep.equal(Uint8Array.of(0, 7))
  })

  for (const [name, write, read] of [
    ['hexadecimal', toHex, fromHex],
    ['base64url', toBase64Url, fromBase64Url],
    ['base64', toBase64, fromBase64],
  ] as const) {
    it(`survive ${name}`, () => {
      fc.assert(fc.property(octets, (bytes) => equalBytes(read(write(bytes)), bytes)))
    })
  }

  it('have one spelling in base64url: any text that is read is what would be written', async () => {
    const text = fc.string({
      unit: fc.constantFrom('A', 'Q', 'g', 'w', 'B', 'z', '-', '_', '=', '+', '/', ' ', '\n', 'é'),
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(text, async (candidate) => {
        const code = await codeOf(() => {
          expect(toBase64Url(fromBase64Url(candidate))).to.equal(candidate)
        })
        expect(code).to.be.oneOf(['nothing was refused', 'bytes/malformed'])
      }),
    )
  })

  it('of more than one chunk survive base64', () => {
    const large = crypto.getRandomValues(new Uint8Array(40_000))
    expect(equalBytes(fromBase64Url(toBase64Url(large)), large)).to.equal(true)
  })
})

describe('RFC 4648', () => {
  // RFC 4648 §10
  for (const [text, base64] of [
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ] as const) {
    it(`writes "${text}" as its §10 says`, () => {
      expect(toBase64(toUtf8(text))).to.equal(base64)
      expect(fromUtf8(fromBase64(base64))).to.equal(text)
      expect(toBase64Url(toUtf8(text))).to.equal(base64.replaceAll('=', ''))
    })
  }
})

describe('spellings that are refused', () => {
  for (const [what, run] of [
    ['hex in upper case', () => fromHex('AB')],
    ['an odd number of digits', () => fromHex('abc')],
    ['a newline after hex', () => fromHex('ab\n')],
    ['no hex', () => fromHex('zz')],
    ['base64url with padding', () => fromBase64Url('Zg==')],
    ['a newline after base64url', () => fromBase64Url('Zm9v\n')],
    ['a space inside base64url', () => fromBase64Url('Zm 9v')],
    ['one character left over', () => fromBase64Url('Zm9vY')],
    ['last bits that are not zero', () => fromBase64Url('Zh')],
    ['last bits of three that are not zero', () => fromBase64Url('Zm9')],
    ['base64 in place of base64url', () => fromBase64Url('-/8')],
    ['a letter beyond ASCII', () => fromBase64Url('Zm9é')],
    ['base64url in place of base64', () => fromBase64('_w==')],
    ['base64 without padding', () => fromBase64('Zg')],
    ['padding that nothing needs', () => fromBase64('Zm9v====')],
    ['octets that are no UTF-8', () => fromUtf8(Uint8Array.of(0xc0, 0x80))],
    ['a surrogate in UTF-8', () => fromUtf8(Uint8Array.of(0xed, 0xa0, 0x80))],
    ['a text with half a pair', () => toUtf8('a\ud800')],
  ] as const) {
    it(what, async () => {
      expect(await codeOf(run)).to.equal('bytes/malformed')
    })
  }

  it('but a byte order mark is a character like others', () => {
    expect(toHex(toUtf8(fromUtf8(fromHex('efbbbf61'))))).to.equal('efbbbf61')
  })
})
