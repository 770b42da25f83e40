import { expect } from 'chai'
import { fromBase64Url, toHex, toUtf8 } from '#crypto/bytes/bytes.js'
import { SIGNATURES } from '#crypto/keys/algorithms.js'
import { importOpeningKey, importSigningKey } from '#crypto/keys/import-private.js'
import { importSealingKey, importVerificationKey } from '#crypto/keys/import-public.js'
import { publicHalf } from '#crypto/keys/read-jwk.js'
import { thumbprint } from '#crypto/keys/thumbprint.js'
import { RFC7515_A3, RFC7638, RFC8037_ED25519, RFC8037_X25519 } from '#test/vectors/rfc-keys.js'

describe('keys published in RFCs', () => {
  it('RFC 7638 §3.1: the thumbprint of an RSA key', async () => {
    expect(await thumbprint(RFC7638.jwk)).to.equal(RFC7638.thumbprint)
  })

  it('RFC 8037 §A.3: the thumbprint of an Ed25519 key', async () => {
    const { kid, alg } = await importVerificationKey(publicHalf(RFC8037_ED25519.privateJwk))
    expect({ kid, alg }).to.deep.equal({ kid: RFC8037_ED25519.thumbprint, alg: 'Ed25519' })
  })

  it('RFC 8037 §A.4: an Ed25519 signature, made again octet for octet', async () => {
    const { privateKey } = await importSigningKey(RFC8037_ED25519.privateJwk)
    const signature = await crypto.subtle.sign(
      SIGNATURES.Ed25519.signing,
      privateKey,
      toUtf8(RFC8037_ED25519.signingInput),
    )
    expect(new Uint8Array(signature)).to.deep.equal(fromBase64Url(RFC8037_ED25519.signature))
  })

  for (const [name, { privateJwk, signingInput, signature }, alg] of [
    ['RFC 7515 §A.3', RFC7515_A3, 'ES256'],
    ['RFC 8037 §A.5', RFC8037_ED25519, 'Ed25519'],
  ] as const) {
    it(`${name}: the signature holds`, async () => {
      const key = await importVerificationKey(publicHalf(privateJwk))
      expect(key.alg).to.equal(alg)
      const octets = fromBase64Url(signature)
      const verify = (input: string) =>
        crypto.subtle.verify(SIGNATURES[alg].signing, key.key, octets, toUtf8(input))
      expect(await verify(signingInput)).to.equal(true)
      expect(await verify(`${signingInput}A`)).to.equal(false)
    })
  }

  it('RFC 8037 §A.6: the shared secret', async () => {
    const { privateKey } = await importOpeningKey(RFC8037_X25519.bob)
    const { key } = await importSealingKey(RFC8037_X25519.ephemeral)
    const secret = await crypto.subtle.deriveBits({ name: 'X25519', public: key }, privateKey, 256)
    expect(toHex(new Uint8Array(secret))).to.equal(RFC8037_X25519.sharedSecretHex)
  })
})
