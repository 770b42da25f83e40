import { expect } from 'chai'
import { signProof, verifyProof } from '#crypto/access/proof.js'
import { toBase64Url, toUtf8 } from '#crypto/bytes/bytes.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { SIGNATURES, type Suite } from '#crypto/keys/algorithms.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { rejection } from '#test/support/rejection.js'

const at = new Date('2026-03-01T09:00:00.000Z')
const url = 'https://relay.example/v1/packages'
const expected = { method: 'POST', url, at, lifetimeSeconds: 60 }

/** RFC 9449 §4.1, figure 2 (for a token request) and §7.1, figure 12 (for a protected resource). */
const RFC_KEY =
  'eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19'
const RFC_TOKEN_REQUEST = `${RFC_KEY}.eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIiwiaWF0IjoxNTYyMjYyNjE2fQ.2-GxA6T8lP4vfrg8v-FdWP0A0zdrj8igiMLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT3Lg`
const RFC_RESOURCE_REQUEST = `${RFC_KEY}.eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9yZy9wcm90ZWN0ZWRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8ycjJaM0RaNTNFc05yV0JiMHhXWG9hTnk1OUlpS0NBcWtzbVFFbyJ9.2oW9RP35yRqzhrtNP86L-Ey71EOptxRimPPToA1plemAgR6pxHF8y6-yqyVnmcw6Fy1dqd-jfxSYoMxhAJpLjA`
const RFC_THUMBPRINT = '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I'
const RFC_ACCESS_TOKEN = 'Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU'

describe('DPoP proofs', () => {
  it('verifies the example for a token request (RFC 9449 §4.1)', async () => {
    const { jkt, jti } = await verifyProof(RFC_TOKEN_REQUEST, {
      method: 'POST',
      url: 'https://server.example.com/token',
      at: new Date(1562262616_000),
      lifetimeSeconds: 60,
    })
    expect({ jkt, jti }).to.deep.equal({ jkt: RFC_THUMBPRINT, jti: '-BwC3ESc6acc2lTc' })
  })

  it('verifies the example for a protected resource (RFC 9449 §7.1)', async () => {
    const { jkt } = await verifyProof(RFC_RESOURCE_REQUEST, {
      method: 'GET',
      url: 'https://resource.example.org/protectedresource',
      at: new Date(1562262618_000),
      lifetimeSeconds: 60,
      token: RFC_ACCESS_TOKEN,
    })
    expect(jkt).to.equal(RFC_THUMBPRINT)
  })

  for (const suite of ['x25519', 'p256', 'p384'] satisfies Suite[]) {
    it(`verifies what it signs (${suite}), whatever query the request has`, async () => {
      const key = await generateSigningKey(suite)
      const proof = await signProof({ key, method: 'POST', url: `${url}?limit=3#top`, at })
      const verified = await verifyProof(proof, { ...expected, url: `${url}?limit=9` })
      expect(verified.jkt).to.equal(key.kid)
    })
  }

  describe('refuses', () => {
    let key: SigningKey
    let proof: string
    before(async () => {
      key = await generateSigningKey('x25519')
      proof = await signProof({ key, method: 'POST', url, at, token: 'the-token' })
    })
    const bound = { ...expected, token: 'the-token' }
    const refusals = {
      'another method': { code: 'access/claims', with: { ...bound, method: 'GET' } },
      'another path': { code: 'access/claims', with: { ...bound, url: `${url}/x` } },
      'another host': { code: 'access/claims', with: { ...bound, url: 'https://evil.example/v1' } },
      'another token': { code: 'access/claims', with: { ...bound, token: 'another' } },
      'a token where none is sent': { code: 'access/claims', with: expected },
      'one that is too old': {
        code: 'access/stale',
        with: { ...bound, at: new Date(at.getTime() + 62_000) },
      },
      'one from the future': {
        code: 'access/stale',
        with: { ...bound, at: new Date(at.getTime() - 62_000) },
      },
    }
    for (const [name, refused] of Object.entries(refusals)) {
      it(name, async () => {
        expect(await rejection(verifyProof(proof, refused.with))).to.include({ code: refused.code })
      })
    }

    it('a binding that is missing', async () => {
      const unbound = await signProof({ key, method: 'POST', url, at })
      expect(await rejection(verifyProof(unbound, bound))).to.include({ code: 'access/claims' })
    })

    it('a signature by another key', async () => {
      const other = await signProof({
        key: { ...(await generateSigningKey('x25519')), jwk: key.jwk },
        method: 'POST',
        url,
        at,
      })
      expect(await rejection(verifyProof(other, expected))).to.include({ code: 'access/signature' })
    })

    it('a signature that is none', async () => {
      const unsigned = proof.slice(0, proof.lastIndexOf('.') + 1)
      for (const signature of ['', 'AA', '*', `${proof.slice(unsigned.length)}A`]) {
        const error = await rejection(verifyProof(unsigned + signature, bound))
        expect(error, signature).to.include({ code: 'access/signature' })
      }
    })

    it('every bit of the payload flipped', async () => {
      const [header = '', claims = '', signature = ''] = proof.split('.')
      for (let i = 0; i < claims.length; i += 7) {
        const flipped = claims.slice(0, i) + (claims[i] === 'A' ? 'B' : 'A') + claims.slice(i + 1)
        const error = await rejection(verifyProof(`${header}.${flipped}.${signature}`, bound))
        expect(error)
          .to.have.property('code')
          .that.is.oneOf(['access/signature', 'access/malformed'])
      }
    })

    const good = { jti: 'aaaaaaaa', htm: 'POST', htu: url, iat: at.getTime() / 1000 }
    const forged = {
      'alg none': { header: { typ: 'dpop+jwt', alg: 'none' }, claims: good },
      'another typ': { header: { typ: 'JWT' }, claims: good },
      'a critical extension': { header: { typ: 'dpop+jwt', crit: ['x'] }, claims: good },
      'a private key in the header': { header: { typ: 'dpop+jwt', d: 'AAAA' }, claims: good },
      'an unknown claim': { header: { typ: 'dpop+jwt' }, claims: { ...good, admin: true } },
      'no jti': { header: { typ: 'dpop+jwt' }, claims: { ...good, jti: undefined } },
      'a fraction of a second': {
        header: { typ: 'dpop+jwt' },
        claims: { ...good, iat: good.iat + 0.5 },
      },
    }
    for (const [name, { header, claims }] of Object.entries(forged)) {
      it(name, async () => {
        const { d, ...plain } = { d: undefined, ...header } as Record<string, unknown>
        const jwk = d === undefined ? key.jwk : { ...key.jwk, d }
        const token = await sign({ alg: 'Ed25519', jwk, ...plain }, claims)
        const error = await rejection(verifyProof(token, expected))
        expect(error).to.include({ code: 'access/malformed' })
      })
    }

    it('an algorithm that is not the key’s', async () => {
      const token = await sign({ typ: 'dpop+jwt', alg: 'ES256', jwk: key.jwk }, good)
      expect(await rejection(verifyProof(token, expected))).to.include({ code: 'access/key' })
    })

    it('a key that is no point of its curve', async () => {
      const jwk = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) }
      const token = await sign({ typ: 'dpop+jwt', alg: 'ES256', jwk }, good)
      expect(await rejection(verifyProof(token, expected))).to.include({ code: 'access/key' })
    })

    for (const [name, text] of Object.entries({
      'two parts': 'a.b',
      nothing: '',
      'no base64url': '*.*.*',
      'a very long one': 'a'.repeat(5000),
    })) {
      it(name, async () => {
        expect(await rejection(verifyProof(text, expected))).to.include({
          code: 'access/malformed',
        })
      })
    }

    async function sign(header: object, claims: object): Promise<string> {
      const encode = (value: object) => toBase64Url(toUtf8(JSON.stringify(value)))
      const input = `${encode(header)}.${encode(claims)}`
      const signature = await crypto.subtle.sign(
        SIGNATURES.Ed25519.signing,
        key.privateKey,
        toUtf8(input),
      )
      return `${input}.${toBase64Url(new Uint8Array(signature))}`
    }
  })
})
