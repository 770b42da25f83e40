import { expect } from 'chai'
import fc from 'fast-check'
import { concat } from '#crypto/bytes/bytes.js'
import { CryptoError } from '#crypto/errors.js'
import { childrenOf, readDer } from '#crypto/pki/der/read-der.js'
import { TAG } from '#crypto/pki/der/tag.js'
import { der, octetString, sequence } from '#crypto/pki/der/write-der.js'
import { codeOf } from '#test/support/code-of.js'

const octets = (...bytes: number[]) => Uint8Array.from(bytes)
const MAX = 100_000

describe('readDer', () => {
  it('reads back what the writer wrote, whatever its length', () => {
    // Around the lengths at which the encoding of the length grows.
    for (const length of [0, 1, 127, 128, 255, 256, 65_535, 65_536]) {
      const content = new Uint8Array(length).fill(7)
      const value = readDer(sequence(octetString(content), octetString()), MAX)
      const [first, second] = childrenOf(value)
      expect(first?.content).to.deep.equal(content)
      expect(second?.content).to.have.length(0)
    }
  })

  const refused: readonly (readonly [string, Uint8Array])[] = [
    ['nothing at all', octets()],
    ['a tag without a length', octets(0x30)],
    ['an octet after the end', octets(0x05, 0x00, 0x00)],
    ['a length beyond the end', octets(0x04, 0x02, 0x00)],
    ['the indefinite length of BER', octets(0x30, 0x80, 0x05, 0x00, 0x00, 0x00)],
    ['an indefinite length inside', octets(0x30, 0x04, 0x30, 0x80, 0x00, 0x00)],
    ['a length in two octets that fits one', octets(0x04, 0x81, 0x01, 0x00)],
    ['a length with a leading zero', concat(octets(0x04, 0x82, 0x00, 0x80), new Uint8Array(128))],
    ['a length of five octets', octets(0x04, 0x85, 0x01, 0x00, 0x00, 0x00, 0x00)],
    ['a tag number above 30', octets(0x3f, 0x21, 0x00)],
    ['a string in pieces', octets(0x24, 0x03, 0x04, 0x01, 0x00)],
    ['a primitive sequence', octets(0x10, 0x00)],
    ['a child that ends in the middle', octets(0x30, 0x02, 0x04, 0x01)],
  ]
  for (const [what, bytes] of refused) {
    it(`refuses ${what}`, async () => {
      expect(await codeOf(() => readDer(bytes, MAX))).to.equal('pki/malformed')
    })
  }

  it('refuses what is longer than its bound before reading it', async () => {
    expect(await codeOf(() => readDer(octetString(new Uint8Array(9)), 10))).to.equal(
      'pki/malformed',
    )
  })

  it('refuses nesting beyond 32 and accepts 32', async () => {
    const nested = (depth: number) => {
      let value = sequence()
      for (let i = 1; i < depth; i++) value = sequence(value)
      return value
    }
    expect(readDer(nested(32), MAX).tag).to.equal(TAG.sequence)
    expect(await codeOf(() => readDer(nested(33), MAX))).to.equal('pki/malformed')
  })

  it('keeps its own copy, so that later changes do not reach it', () => {
    const bytes = der(TAG.octetString, octets(1, 2, 3))
    const value = readDer(bytes, MAX)
    bytes.fill(0)
    expect([...value.content]).to.deep.equal([1, 2, 3])
  })

  it('answers every octet string with a value or a coded refusal', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        try {
          expect(readDer(bytes, MAX).bytes).to.deep.equal(bytes)
        } catch (error) {
          if (!(error instanceof CryptoError)) throw error
        }
      }),
      { numRuns: 1000 },
    )
  })
})
