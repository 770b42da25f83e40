import { expect } from 'chai'
import fc from 'fast-check'
import { fromHex, toHex } from '#crypto/bytes/bytes.js'
import { readDer } from '#crypto/pki/der/read-der.js'
import {
  booleanOf,
  namedBitsOf,
  octetsOfBits,
  oidOf,
  smallIntegerOf,
  unsignedHexOf,
} from '#crypto/pki/der/values.js'
import { oid, unsignedInteger } from '#crypto/pki/der/write-der.js'
import { codeOf } from '#test/support/code-of.js'

const value = (hex: string) => readDer(fromHex(hex), 1000)

describe('DER values', () => {
  it('reads and writes the examples of X.690 and RFC 5280', () => {
    expect(oidOf(value('0603883703'))).to.equal('2.999.3') // X.690 §8.19.5
    expect(oidOf(value('06092a864886f70d01010b'))).to.equal('1.2.840.113549.1.1.11')
    expect(toHex(oid('2.999.3'))).to.equal('0603883703')
    expect(toHex(unsignedInteger('80'))).to.equal('02020080')
    expect(toHex(unsignedInteger(0))).to.equal('020100')
    expect(unsignedHexOf(value('02020080'), 20)).to.equal('80')
    expect(booleanOf(value('0101ff'))).to.equal(true)
  })

  it('reads key usages: digitalSignature; keyCertSign with cRLSign', () => {
    expect(namedBitsOf(value('03020780'))).to.equal(1)
    expect(namedBitsOf(value('03020106'))).to.equal((1 << 5) | (1 << 6))
    expect(namedBitsOf(value('0303070080'))).to.equal(1 << 8) // decipherOnly, the ninth bit
  })

  const arc = fc.bigInt({ min: 0n, max: 2n ** 128n - 1n })
  it('reads every OID it writes, with arcs as long as UUIDs (X.667)', () => {
    fc.assert(
      fc.property(fc.array(arc, { maxLength: 3 }), (arcs) => {
        for (const head of ['0.39', '1.0', '2.25', '2.40', '2.999']) {
          const dotted = [head, ...arcs].join('.')
          expect(oidOf(readDer(oid(dotted), 100))).to.equal(dotted)
        }
      }),
    )
  })

  it('reads every integer it writes', () => {
    fc.assert(
      fc.property(fc.nat(), (number) => {
        expect(smallIntegerOf(readDer(unsignedInteger(number), 100))).to.equal(number)
      }),
    )
  })

  const refused: readonly (readonly [string, string, (hex: string) => unknown])[] = [
    ['a true that is not ff', '010101', (hex) => booleanOf(value(hex))],
    ['a boolean of two octets', '0102ffff', (hex) => booleanOf(value(hex))],
    ['an empty integer', '0200', (hex) => unsignedHexOf(value(hex), 20)],
    ['a negative integer', '0201ff', (hex) => unsignedHexOf(value(hex), 20)],
    ['a padded integer', '0202007f', (hex) => unsignedHexOf(value(hex), 20)],
    ['an integer above its bound', '0203010000', (hex) => unsignedHexOf(value(hex), 2)],
    ['an integer above 2^31', '02050080000000', (hex) => smallIntegerOf(value(hex))],
    ['an empty OID', '0600', (hex) => oidOf(value(hex))],
    ['a padded OID arc', '06032a8001', (hex) => oidOf(value(hex))],
    ['an OID that ends in the middle', '06022a86', (hex) => oidOf(value(hex))],
    ['unused bits that are set', '030207c0', (hex) => namedBitsOf(value(hex))],
    ['trailing zero bits', '03020080', (hex) => namedBitsOf(value(hex))],
    ['eight unused bits', '03020880', (hex) => namedBitsOf(value(hex))],
    ['an octet string with unused bits', '03020780', (hex) => octetsOfBits(value(hex))],
  ]
  for (const [what, hex, read] of refused) {
    it(`refuses ${what}`, async () => {
      expect(await codeOf(() => read(hex))).to.equal('pki/malformed')
    })
  }

  for (const text of ['', '1', '3.1', '1.40', '1.2.', '1.02', '1.2.-3', '1.2.3\n']) {
    it(`writes no OID from ${JSON.stringify(text)}`, async () => {
      expect(await codeOf(() => oid(text))).to.equal('pki/malformed')
    })
  }
})
