import { expect } from 'chai'
import fc from 'fast-check'
import { toHex, toUtf8 } from '#crypto/bytes/bytes.js'
import { sha256Now } from '#crypto/pki/sha256-now.js'

describe('sha256Now', () => {
  it('agrees with the examples of FIPS 180-4 (NIST, "SHA-256 example values")', () => {
    const vectors = {
      '': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      abc: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq:
        '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    }
    for (const [text, digest] of Object.entries(vectors)) {
      expect(toHex(sha256Now(toUtf8(text)))).to.equal(digest)
    }
  })

  it('agrees with WebCrypto at every length around its blocks', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const digest = await crypto.subtle.digest('SHA-256', bytes.slice())
        expect(sha256Now(bytes)).to.deep.equal(new Uint8Array(digest))
      }),
      { numRuns: 300 },
    ))
})
