import { expect } from 'chai'
import { concat, fromHex, toHex } from '#crypto/bytes/bytes.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { signEd25519, verifiesEd25519 } from '#crypto/transparency/ed25519.js'
import { rejection } from '#test/support/rejection.js'
import { keyOfSeed } from './note-samples.js'

// RFC 8032 §7.1, TEST 3.
const seed = fromHex('c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7')
const message = fromHex('af82')
const signature = fromHex(
  '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac' +
    '18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
)
const L = 2n ** 252n + 27742317777372353535851937790883648493n

const littleEndian = (number: bigint) => fromHex(number.toString(16).padStart(64, '0')).toReversed()

describe('Ed25519 over octets', () => {
  it('signs and verifies as RFC 8032 shows', async () => {
    const key = await keyOfSeed(seed)
    expect(toHex(await signEd25519(message, key))).to.equal(toHex(signature))
    expect(await verifiesEd25519(message, signature, key)).to.equal(true)
    expect(await verifiesEd25519(fromHex('af83'), signature, key)).to.equal(false)
  })

  it('refuses every other spelling of a signature', async () => {
    const key = await keyOfSeed(seed)
    const s = BigInt(`0x${toHex(signature.slice(32).toReversed())}`)
    for (let twin = s + L; twin < 2n ** 256n; twin += L) {
      const spelt = concat(signature.subarray(0, 32), littleEndian(twin))
      expect(await verifiesEd25519(message, spelt, key)).to.equal(false)
    }
    expect(await verifiesEd25519(message, signature.subarray(0, 63), key)).to.equal(false)
    expect(await verifiesEd25519(message, concat(signature, message), key)).to.equal(false)
    expect(await verifiesEd25519(message, new Uint8Array(), key)).to.equal(false)
  })

  it('takes no key of another algorithm', async () => {
    const key = await generateSigningKey('p256')
    for (const attempt of [signEd25519(message, key), verifiesEd25519(message, signature, key)]) {
      expect(await rejection(attempt)).to.have.property('code', 'keys/algorithm')
    }
  })
})
