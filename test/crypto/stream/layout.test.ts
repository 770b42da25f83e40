import { expect } from 'chai'
import fc from 'fast-check'
import { plaintextLength, SEGMENT_BYTES, sealedLength } from '#crypto/stream/layout.js'
import { segmentNonce } from '#crypto/stream/segment-cipher.js'
import { codeOf } from '#test/support/code-of.js'

const FIRST = SEGMENT_BYTES - 40 - 16
const OTHER = SEGMENT_BYTES - 16

describe('lengths of a stream', () => {
  for (const [plain, sealed] of [
    [0, 56],
    [1, 57],
    [FIRST, SEGMENT_BYTES],
    [FIRST + 1, SEGMENT_BYTES + 17],
    [FIRST + OTHER, 2 * SEGMENT_BYTES],
    [FIRST + OTHER + 1, 2 * SEGMENT_BYTES + 17],
  ] as const) {
    it(`${plain} octets are sealed as ${sealed}`, () => {
      expect(sealedLength(plain)).to.equal(sealed)
      expect(plaintextLength(sealed)).to.equal(plain)
    })
  }

  it('are the inverse of each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 50 }), (length) => {
        expect(plaintextLength(sealedLength(length))).to.equal(length)
      }),
    )
  })

  for (const length of [0, 40, 55, SEGMENT_BYTES + 1, SEGMENT_BYTES + 16, 3 * SEGMENT_BYTES + 9]) {
    it(`${length} octets are no sealed stream`, async () => {
      expect(await codeOf(() => plaintextLength(length))).to.equal('stream/truncated')
    })
  }

  for (const length of [-1, 0.5, Number.NaN, Infinity, 2 ** 53]) {
    it(`${length} is no length`, async () => {
      expect(await codeOf(() => plaintextLength(length))).to.equal('bytes/malformed')
      expect(await codeOf(() => sealedLength(length))).to.equal('bytes/malformed')
    })
  }

  it('end where nonces would repeat', async () => {
    const most = FIRST + (2 ** 32 - 1) * OTHER
    expect(plaintextLength(sealedLength(most))).to.equal(most)
    expect(await codeOf(() => sealedLength(most + 1))).to.equal('stream/too-long')
    expect(await codeOf(() => plaintextLength(2 ** 52 + 17))).to.equal('stream/too-long')
    expect(await codeOf(() => segmentNonce(new Uint8Array(7), 2 ** 32, true))).to.equal(
      'stream/too-long',
    )
  })

  it('are told by the nonce: prefix, number, whether it is the last', () => {
    const prefix = Uint8Array.of(1, 2, 3, 4, 5, 6, 7)
    expect([...segmentNonce(prefix, 0x01020304, false)]).to.deep.equal([
      ...prefix,
      ...[1, 2, 3, 4, 0],
    ])
    expect([...segmentNonce(prefix, 2 ** 32 - 1, true)]).to.deep.equal([
      ...prefix,
      ...[255, 255, 255, 255, 1],
    ])
  })
})
