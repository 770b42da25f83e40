import { expect } from 'chai'
import { fromBase64Url, fromHex, toBase64Url } from '#crypto/bytes/bytes.js'
import { isFormedEd25519, isHonestEd25519, isHonestX25519 } from '#crypto/keys/curve25519.js'
import { generateOpeningKey, generateSigningKey } from '#crypto/keys/generate.js'
import { importSealingKey, importVerificationKey } from '#crypto/keys/import-public.js'
import { codeOf } from '#test/support/code-of.js'
import { LOW_ORDER_ED25519, LOW_ORDER_X25519 } from '#test/vectors/low-order.js'

const x25519 = (hex: string) => ({ kty: 'OKP', crv: 'X25519', x: toBase64Url(fromHex(hex)) })
const ed25519 = (hex: string) => ({ ...x25519(hex), crv: 'Ed25519' })

describe('points that are refused', () => {
  for (const hex of LOW_ORDER_X25519) {
    it(`X25519 of low order: ${hex.slice(0, 8)}…${hex.slice(-2)}`, async () => {
      expect(await codeOf(() => importSealingKey(x25519(hex)))).to.equal('keys/weak')
    })

    it(`and WebCrypto agrees: it makes no secret with ${hex.slice(0, 8)}…${hex.slice(-2)}`, async () => {
      const { privateKey } = await generateOpeningKey('x25519')
      const derive = async () => {
        const key = await crypto.subtle.importKey('raw', fromHex(hex), 'X25519', true, [])
        await crypto.subtle.deriveBits({ name: 'X25519', public: key }, privateKey, 256)
      }
      expect(await derive().then(String, () => 'refused')).to.equal('refused')
    })
  }

  for (const hex of LOW_ORDER_ED25519) {
    it(`Ed25519 of low order: ${hex.slice(0, 8)}…${hex.slice(-2)}`, async () => {
      expect(isFormedEd25519(fromHex(hex))).to.equal(false)
      expect(await codeOf(() => importVerificationKey(ed25519(hex)))).to.equal('keys/weak')
    })
  }

  it('an X25519 key with the bit set that RFC 7748 masks', async () => {
    const { jwk } = await generateOpeningKey('x25519')
    const u = fromBase64Url(jwk.x ?? '')
    expect(isHonestX25519(u)).to.equal(true)
    u[31] = (u[31] ?? 0) | 0x80
    expect(await codeOf(() => importSealingKey({ ...jwk, x: toBase64Url(u) }))).to.equal(
      'keys/weak',
    )
  })

  it('an Ed25519 key whose y has no x: about half of all octets', async () => {
    // y = 2: (4 - 1) / (4 d + 1) is no square.
    const noPoint = fromHex('02' + '00'.repeat(31))
    expect(isFormedEd25519(noPoint)).to.equal(true)
    expect(isHonestEd25519(noPoint)).to.equal(false)
    expect(await codeOf(() => importVerificationKey(ed25519('02' + '00'.repeat(31))))).to.equal(
      'keys/weak',
    )
  })

  it('octets that are not 32', () => {
    for (const length of [0, 31, 33]) {
      expect(isHonestX25519(new Uint8Array(length).fill(9))).to.equal(false)
      expect(isHonestEd25519(new Uint8Array(length).fill(9))).to.equal(false)
    }
  })

  for (const suite of ['p256', 'p384'] as const) {
    it(`a point beside the curve: ${suite}`, async () => {
      const { jwk } = await generateSigningKey(suite)
      const y = fromBase64Url(jwk.y ?? '')
      y[5] = (y[5] ?? 0) ^ 1
      const beside = { ...jwk, y: toBase64Url(y) }
      expect(await codeOf(() => importVerificationKey(beside))).to.equal('keys/weak')
      expect(await codeOf(() => importSealingKey(beside))).to.equal('keys/weak')
    })

    it(`coordinates beyond the field or of another width: ${suite}`, async () => {
      const { jwk } = await generateSigningKey(suite)
      const beyond = toBase64Url(fromBase64Url(jwk.x ?? '').fill(0xff))
      const wider = toBase64Url(Uint8Array.of(0, ...fromBase64Url(jwk.x ?? '')))
      const shorter = toBase64Url(fromBase64Url(jwk.y ?? '').subarray(1))
      for (const bad of [
        { ...jwk, x: beyond },
        { ...jwk, y: beyond },
        { ...jwk, x: wider.slice(0, 64) },
        { ...jwk, y: shorter },
      ]) {
        const code = await codeOf(() => importVerificationKey(bad))
        expect(code).to.be.oneOf(['keys/weak', 'keys/malformed'])
      }
    })
  }
})
