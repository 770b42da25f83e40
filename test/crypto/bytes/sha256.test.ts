import { expect } from 'chai'
import { fromHex, toHex, toUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf, hmacSha256, sha256 } from '#crypto/bytes/sha256.js'
import { makeInPlace, sha256InPlace } from '#crypto/bytes/sha256-in-place.js'
import { codeOf } from '#test/support/code-of.js'

describe('SHA-256', () => {
  // FIPS 180-4, examples of NIST's Cryptographic Standards and Guidelines ("abc", two blocks), and
  // the empty message.
  for (const [message, digest] of [
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ] as const) {
    it(`of "${message}"`, async () => {
      expect(await digestOf(message)).to.equal(digest)
      expect(await digestOf(toUtf8(message))).to.equal(digest)
      expect(await sha256(message)).to.deep.equal(fromHex(digest))
    })
  }

  it('is one function on both sides of the length from which WebCrypto is asked', async () => {
    for (const length of [4096, 16_383, 16_384, 16_385, 20_000]) {
      const octets = Uint8Array.from({ length }, (_, i) => i % 251)
      const expected = new Uint8Array(await crypto.subtle.digest('SHA-256', octets))
      expect(await sha256(octets)).to.deep.equal(expected)
    }
  })

  it('is the same in WebAssembly as by the code of Node, and of another call each time', async () => {
    const wasm = await makeInPlace(undefined)
    const ours = await sha256InPlace()
    for (const length of [0, 1, 55, 56, 63, 64, 65, 1000, 16_384]) {
      const octets = Uint8Array.from({ length }, (_, i) => (i * 7) % 253)
      const expected = new Uint8Array(await crypto.subtle.digest('SHA-256', octets))
      for (const inPlace of [wasm, ours]) {
        const first = inPlace(octets)
        inPlace(toUtf8('another'))
        expect(first).to.deep.equal(expected)
        // A Buffer would be cut and changed as no other octets are.
        expect(first.constructor).to.equal(Uint8Array)
      }
    }
  })

  it('digests what was there at the call', async () => {
    const octets = toUtf8('abc')
    const before = digestOf(octets)
    octets.fill(0)
    expect(await before).to.equal(await digestOf('abc'))
  })

  it('refuses a text that has no octets', async () => {
    expect(await codeOf(() => sha256('\udc00'))).to.equal('bytes/malformed')
  })
})

describe('HMAC-SHA-256', () => {
  it('gives test case 2 of RFC 4231 §4.3', async () => {
    const mac = await hmacSha256(toUtf8('Jefe'), toUtf8('what do ya want for nothing?'))
    expect(toHex(mac)).to.equal('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843')
  })
})
