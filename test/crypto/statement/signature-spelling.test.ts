import { expect } from 'chai'
import { compactVerify } from 'jose/jws/compact/verify'
import { z } from 'zod'
import { concat, fromBase64Url, fromHex, toBase64Url, toUtf8 } from '#crypto/bytes/bytes.js'
import { SIGNATURES } from '#crypto/keys/algorithms.js'
import { fromBigEndian, fromLittleEndian } from '#crypto/keys/field.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { importVerificationKey } from '#crypto/keys/import-public.js'
import { NIST_CURVES } from '#crypto/keys/nist-curve.js'
import { publicHalf } from '#crypto/keys/read-jwk.js'
import { signStatement } from '#crypto/statement/sign-statement.js'
import { checkSignatureSpelling, lowerS } from '#crypto/statement/signature-spelling.js'
import { verifyStatement } from '#crypto/statement/verify-statement.js'
import { codeOf } from '#test/support/code-of.js'
import { LOW_ORDER_ED25519 } from '#test/vectors/low-order.js'
import { RFC7515_A3 } from '#test/vectors/rfc-keys.js'

const typ = 'rogatory-receipt'
const L = 2n ** 252n + 27742317777372353535851937790883648493n
const bigEndian = (value: bigint, width: number) =>
  fromHex(value.toString(16).padStart(2 * width, '0'))
const littleEndian = (value: bigint, width: number) => bigEndian(value, width).reverse()

describe('the one form of an ECDSA signature', () => {
  for (const [suite, alg, curve] of [
    ['p256', 'ES256', NIST_CURVES['P-256']],
    ['p384', 'ES384', NIST_CURVES['P-384']],
  ] as const) {
    it(`${alg}: jose verifies the twin with the higher S; we refuse it`, async () => {
      const key = await generateSigningKey(suite)
      for (let run = 0; run < 20; run++) {
        const statement = await signStatement({ typ, payload: { run }, key })
        const [header, payload, signature = ''] = statement.split('.')
        const octets = fromBase64Url(signature)
        const s = fromBigEndian(octets.subarray(curve.octets))
        expect(s <= curve.n / 2n).to.equal(true)
        const twin = concat(octets.subarray(0, curve.octets), bigEndian(curve.n - s, curve.octets))
        expect(lowerS(alg, twin)).to.deep.equal(octets)
        const respelled = [header, payload, toBase64Url(twin)].join('.')
        await compactVerify(respelled, key.key)
        const expected = { typ, key, payload: z.object({}) } as const
        expect(await codeOf(() => verifyStatement(respelled, expected))).to.equal(
          'statement/spelling',
        )
      }
    })

    it(`${alg}: halves of another width, zero, or beyond the order`, async () => {
      const { n, octets } = curve
      const one = bigEndian(1n, octets)
      checkSignatureSpelling(alg, concat(bigEndian(n - 1n, octets), bigEndian(n / 2n, octets)))
      for (const bad of [
        concat(new Uint8Array(octets), one),
        concat(one, new Uint8Array(octets)),
        concat(bigEndian(n, octets), one),
        concat(one, bigEndian(n / 2n + 1n, octets)),
        concat(one, bigEndian(n, octets)),
        concat(one, one, Uint8Array.of(0)),
        concat(one, one).subarray(1),
        new Uint8Array(),
      ]) {
        expect(await codeOf(() => checkSignatureSpelling(alg, bad))).to.equal('statement/spelling')
      }
    })
  }

  it('RFC 7515 §A.3 has the higher S: refused as it stands, and its twin holds', async () => {
    const { signature, signingInput, privateJwk } = RFC7515_A3
    const published = fromBase64Url(signature)
    expect(await codeOf(() => checkSignatureSpelling('ES256', published))).to.equal(
      'statement/spelling',
    )
    const { key } = await importVerificationKey(publicHalf(privateJwk))
    const twin = lowerS('ES256', published)
    checkSignatureSpelling('ES256', twin)
    const input = toUtf8(signingInput)
    const { signing } = SIGNATURES.ES256
    expect(await crypto.subtle.verify(signing, key, new Uint8Array(twin), input)).to.equal(true)
  })
})

describe('the one form of an Ed25519 signature', () => {
  const honest = async () => {
    const key = await generateSigningKey('x25519')
    const statement = await signStatement({ typ, payload: {}, key })
    return fromBase64Url(statement.split('.')[2] ?? '')
  }

  it('S below L, and not S + L which says the same', async () => {
    const signature = await honest()
    const s = fromLittleEndian(signature.subarray(32))
    for (const other of [s + L, L, 2n ** 256n - 1n]) {
      const forged = concat(signature.subarray(0, 32), littleEndian(other, 32))
      expect(await codeOf(() => checkSignatureSpelling('Ed25519', forged))).to.equal(
        'statement/spelling',
      )
    }
    checkSignatureSpelling('Ed25519', concat(signature.subarray(0, 32), littleEndian(L - 1n, 32)))
  })

  for (const hex of LOW_ORDER_ED25519) {
    it(`no R of low order: ${hex.slice(0, 8)}…${hex.slice(-2)}`, async () => {
      const forged = concat(fromHex(hex), (await honest()).subarray(32))
      expect(await codeOf(() => checkSignatureSpelling('Ed25519', forged))).to.equal(
        'statement/spelling',
      )
    })
  }

  it('64 octets', async () => {
    const signature = await honest()
    for (const bad of [signature.subarray(1), concat(signature, Uint8Array.of(0))]) {
      expect(await codeOf(() => checkSignatureSpelling('Ed25519', bad))).to.equal(
        'statement/spelling',
      )
    }
  })
})

describe('the form of a PS256 signature', () => {
  it('is as long as a modulus of 3072 to 8192 bits', async () => {
    for (const length of [384, 512, 1024]) checkSignatureSpelling('PS256', new Uint8Array(length))
    for (const length of [0, 256, 383, 1025]) {
      const bad = new Uint8Array(length)
      expect(await codeOf(() => checkSignatureSpelling('PS256', bad))).to.equal(
        'statement/spelling',
      )
    }
  })
})
