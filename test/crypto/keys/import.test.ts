import { expect } from 'chai'
import { fromBase64Url, toBase64Url } from '#crypto/bytes/bytes.js'
import { exportPrivateJwk } from '#crypto/keys/export-private.js'
import { generateOpeningKey, generateSigningKey } from '#crypto/keys/generate.js'
import { importOpeningKey, importSigningKey } from '#crypto/keys/import-private.js'
import { importSealingKey, importVerificationKey } from '#crypto/keys/import-public.js'
import { publicHalf } from '#crypto/keys/read-jwk.js'
import { codeOf } from '#test/support/code-of.js'
import { RFC7638 } from '#test/vectors/rfc-keys.js'

const SUITES = ['x25519', 'p256', 'p384'] as const
const asked = { extractable: true }

async function rsaJwk(modulusLength: number, exponent = Uint8Array.of(1, 0, 1)) {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-256', modulusLength, publicExponent: exponent }
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const { kty, n, e, d, p, q, dp, dq, qi } = await crypto.subtle.exportKey('jwk', pair.privateKey)
  return { kty, n, e, d, p, q, dp, dq, qi }
}

describe('keys', () => {
  for (const suite of SUITES) {
    it(`${suite}: what is exported is imported as the same key`, async () => {
      const signing = await generateSigningKey(suite, asked)
      const opening = await generateOpeningKey(suite, asked)
      const signingJwk = await exportPrivateJwk(signing)
      const openingJwk = await exportPrivateJwk(opening)
      expect(publicHalf(signingJwk)).to.deep.equal(signing.jwk)
      const imported = await importSigningKey(signingJwk, asked)
      expect(imported).to.include({ kid: signing.kid, alg: signing.alg })
      expect(await exportPrivateJwk(imported)).to.deep.equal(signingJwk)
      expect(await importOpeningKey(openingJwk)).to.include({ kid: opening.kid, crv: opening.crv })
    })

    it(`${suite}: private halves stay inside unless asked for`, async () => {
      const made = await generateSigningKey(suite)
      const extractable = await generateOpeningKey(suite, asked)
      const imported = await importOpeningKey(await exportPrivateJwk(extractable))
      for (const key of [made, imported, await generateOpeningKey(suite)]) {
        expect(key.privateKey.extractable).to.equal(false)
        expect(await codeOf(() => exportPrivateJwk(key))).to.equal('keys/algorithm')
      }
    })

    it(`${suite}: halves that do not belong together are refused`, async () => {
      const one = await exportPrivateJwk(await generateSigningKey(suite, asked))
      const two = await generateSigningKey(suite)
      expect(await codeOf(() => importSigningKey({ ...one, ...two.jwk }))).to.equal(
        'keys/malformed',
      )
      const three = await exportPrivateJwk(await generateOpeningKey(suite, asked))
      const four = await generateOpeningKey(suite)
      expect(await codeOf(() => importOpeningKey({ ...three, ...four.jwk }))).to.equal(
        'keys/malformed',
      )
    })

    it(`${suite}: members beyond the thumbprint's are refused, the private one first of all`, async () => {
      const jwk = await exportPrivateJwk(await generateSigningKey(suite, asked))
      const publicJwk = publicHalf(jwk)
      for (const bad of [jwk, { ...publicJwk, alg: 'none' }, { ...publicJwk, kid: 'a' }]) {
        expect(await codeOf(() => importVerificationKey(bad))).to.equal('keys/malformed')
      }
      expect(await codeOf(() => importSigningKey(publicJwk))).to.equal('keys/malformed')
      expect(await codeOf(() => importSigningKey({ ...jwk, ext: 'true' }))).to.equal(
        'keys/malformed',
      )
    })

    it(`${suite}: a coordinate has one spelling`, async () => {
      const { jwk } = await generateSigningKey(suite)
      const x = jwk.x ?? ''
      for (const bad of [`${x}=`, `${x}\n`, ` ${x}`, x.slice(1), `${x.slice(0, -1)}!`, '']) {
        expect(await codeOf(() => importVerificationKey({ ...jwk, x: bad }))).to.be.oneOf([
          'keys/malformed',
          'keys/weak',
        ])
      }
    })
  }

  for (const [what, jwk] of [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'key'],
    ['a secret', { kty: 'oct', k: 'AAAA' }],
    ['a curve that is not ours', { kty: 'EC', crv: 'P-521', x: 'AA', y: 'AA' }],
    ['a curve of another kind', { kty: 'OKP', crv: 'P-256', x: 'A'.repeat(43) }],
  ] as const) {
    it(`refuses ${what} as a key`, async () => {
      expect(await codeOf(() => importVerificationKey(jwk))).to.equal('keys/malformed')
      expect(await codeOf(() => importSealingKey(jwk))).to.equal('keys/malformed')
      expect(await codeOf(() => importOpeningKey(jwk))).to.equal('keys/malformed')
    })
  }

  it('keeps each key to its purpose', async () => {
    const ed25519 = await exportPrivateJwk(await generateSigningKey('x25519', asked))
    const x25519 = await exportPrivateJwk(await generateOpeningKey('x25519', asked))
    for (const run of [
      () => importSealingKey(publicHalf(ed25519)),
      () => importOpeningKey(ed25519),
      () => importVerificationKey(publicHalf(x25519)),
      () => importSigningKey(x25519),
    ]) {
      expect(await codeOf(run)).to.equal('keys/algorithm')
    }
  })

  it('keeps a public key imported, for signatures and for encryption apart', async () => {
    const { jwk } = await generateSigningKey('p256')
    const first = await importVerificationKey({ ...jwk })
    expect(await importVerificationKey({ ...jwk })).to.equal(first)
    expect((await importSealingKey(jwk)).key).to.not.equal(first.key)
  })

  it('refuses a private number that is none', async () => {
    const jwk = await exportPrivateJwk(await generateSigningKey('p256', asked))
    const zero = toBase64Url(new Uint8Array(32))
    expect(await codeOf(() => importSigningKey({ ...jwk, d: zero }))).to.equal('keys/malformed')
    expect(await codeOf(() => importSigningKey({ ...jwk, d: '!' }))).to.equal('keys/malformed')
  })
})

describe('RSA keys of identities', () => {
  it('sign PS256 with 3072 bits', async () => {
    const jwk = await rsaJwk(3072)
    const key = await importSigningKey(jwk, asked)
    expect(key.alg).to.equal('PS256')
    expect(await exportPrivateJwk(key)).to.deep.equal(jwk)
    expect(await codeOf(() => importSealingKey(key.jwk))).to.equal('keys/algorithm')
    const n = fromBase64Url(jwk.n ?? '')
    const padded = toBase64Url(Uint8Array.of(0, ...n))
    expect(
      await codeOf(() => importVerificationKey({ kty: 'RSA', e: 'AQAB', n: padded })),
    ).to.equal('keys/malformed')
    n[n.length - 1] = (n.at(-1) ?? 0) & 0xfe
    const even = toBase64Url(n)
    expect(await codeOf(() => importVerificationKey({ kty: 'RSA', e: 'AQAB', n: even }))).to.equal(
      'keys/weak',
    )
    const odd = Uint8Array.of(0x7f, ...n.subarray(1, -1), 1)
    const short = toBase64Url(odd)
    expect(await codeOf(() => importVerificationKey({ kty: 'RSA', e: 'AQAB', n: short }))).to.equal(
      'keys/weak',
    )
  })

  it('are refused with the modulus of another', async () => {
    const [one, two] = await Promise.all([rsaJwk(3072), rsaJwk(3072)])
    expect(await codeOf(() => importSigningKey({ ...one, n: two.n }))).to.equal('keys/malformed')
  })

  it('are refused with 2048 bits, with another exponent, and without a modulus', async () => {
    expect(await codeOf(() => importVerificationKey(RFC7638.jwk))).to.equal('keys/weak')
    for (const bad of [
      { ...RFC7638.jwk, e: 'Aw' },
      { ...RFC7638.jwk, n: '!' },
    ]) {
      expect(await codeOf(() => importVerificationKey(bad))).to.equal('keys/malformed')
    }
    expect(await codeOf(() => importVerificationKey({ ...RFC7638.jwk, n: '' }))).to.equal(
      'keys/weak',
    )
  })
})
