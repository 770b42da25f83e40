import { expect } from 'chai'
import { concat } from '#crypto/bytes/bytes.js'
import { headerBytes, plaintextLength, sealedLength, segmentCount } from '#crypto/stream/layout.js'
import { openingSegments } from '#crypto/stream/open-segments.js'
import { openingStream, readHeader } from '#crypto/stream/open-stream.js'
import { sealingStream } from '#crypto/stream/seal-stream.js'
import { TINK_VECTORS } from '#test/vectors/tink-streaming.js'
import { gather, run } from './run-stream.js'

describe('streams that Tink made', () => {
  for (const { name, plaintext, ciphertext, ...secret } of TINK_VECTORS) {
    const { layout } = secret
    const random = () => readHeader(layout, ciphertext.slice(0, headerBytes(layout)))

    for (const [how, size] of [
      ['whole', Infinity],
      ['in chunks of seven octets', 7],
      ['octet by octet', 1],
    ] as const) {
      it(`${name}: are opened ${how}`, async () => {
        expect(await run(ciphertext, openingStream(secret), size)).to.deep.equal(plaintext)
      })

      it(`${name}: are sealed again to the same octets, ${how}`, async () => {
        const sealed = await run(plaintext, sealingStream(secret, random()), size)
        expect(sealed).to.deep.equal(ciphertext)
      })
    }

    it(`${name}: are read in any range`, async () => {
      const source = {
        length: ciphertext.length,
        read: (at: number, length: number) => Promise.resolve(ciphertext.slice(at, at + length)),
      }
      for (let start = 0; start <= plaintext.length; start += 5) {
        for (let end = start; end <= plaintext.length; end += 3) {
          const pieces = await gather(openingSegments(secret, source, { start, end }))
          expect(concat(...pieces)).to.deep.equal(plaintext.slice(start, end))
          expect(pieces.every((piece) => piece.length > 0)).to.equal(true)
        }
      }
    })

    it(`${name}: have the lengths that are computed`, () => {
      expect(sealedLength(plaintext.length, layout)).to.equal(ciphertext.length)
      expect(plaintextLength(ciphertext.length, layout)).to.equal(plaintext.length)
      expect(segmentCount(ciphertext.length, layout)).to.equal(
        Math.ceil(ciphertext.length / layout.segmentBytes),
      )
    })
  }
})
