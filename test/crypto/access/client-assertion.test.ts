import { expect } from 'chai'
import {
  assertionKid,
  signClientAssertion,
  verifyClientAssertion,
} from '#crypto/access/client-assertion.js'
import { numericDate, signJwt } from '#crypto/access/jwt.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { rejection } from '#test/support/rejection.js'

const at = new Date('2026-03-01T09:00:00.000Z')
const audience = 'https://relay.example/v1/token'
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000)

describe('client assertions (RFC 7523 §3)', () => {
  let key: SigningKey
  let assertion: string
  before(async () => {
    key = await generateSigningKey('p256')
    assertion = await signClientAssertion({ key, audience, at })
  })
  const verify = (text: string, changed: object = {}) =>
    verifyClientAssertion(text, { key, audience, at, lifetimeSeconds: 60, ...changed })

  it('names its key, verifies under it, and is one of a kind', async () => {
    expect(assertionKid(assertion)).to.equal(key.kid)
    const { kid, jti } = await verify(assertion)
    expect(kid).to.equal(key.kid)
    const again = await verify(await signClientAssertion({ key, audience, at }))
    expect(again.jti).to.not.equal(jti)
  })

  it('allows for a clock that is half a minute off either way', async () => {
    await verify(assertion, { at: later(30) })
    await verify(assertion, { at: later(-30) })
  })

  it('refuses a header that names another algorithm than its key’s', async () => {
    const other = { ...key, alg: 'ES384' as const }
    const lying = await rejection(verify(await signClientAssertion({ key: other, audience, at })))
    expect(lying).to.include({ code: 'access/key' })
  })

  it('refuses another audience, key, and time', async () => {
    const other = await generateSigningKey('p256')
    const refused = async (changed: object) => rejection(verify(assertion, changed))
    expect(await refused({ audience: 'https://other.example/v1/token' })).to.include({
      code: 'access/claims',
    })
    expect(await refused({ key: other })).to.include({ code: 'access/key' })
    expect(await refused({ at: later(61) })).to.include({ code: 'access/stale' })
    expect(await refused({ at: later(-62) })).to.include({ code: 'access/stale' })
  })

  const kid = () => key.kid
  const claims = () => ({
    iss: kid(),
    sub: kid(),
    aud: audience,
    jti: 'once-only',
    iat: numericDate(at),
    exp: numericDate(at) + 60,
  })
  const header = () => ({ typ: 'client-authentication+jwt', kid: kid() })

  it('accepts what the refusals below differ from', async () => {
    await verify(await signJwt(header(), claims(), key))
  })

  for (const [name, forged, code] of [
    ['a life of an hour', { exp: numericDate(later(3600)) }, 'access/claims'],
    ['no life at all', { exp: numericDate(at) }, 'access/claims'],
    ['a second audience', { aud: [audience] }, 'access/malformed'],
    ['an unknown claim', { roles: ['admin'] }, 'access/malformed'],
    ['another subject', { sub: 'A'.repeat(43) }, 'access/claims'],
    ['another issuer', { iss: 'A'.repeat(43) }, 'access/claims'],
  ] as const) {
    it(`refuses ${name}`, async () => {
      const text = await signJwt(header(), { ...claims(), ...forged }, key)
      expect(await rejection(verify(text))).to.include({ code })
    })
  }

  it('refuses a token of another type', async () => {
    const text = await signJwt({ ...header(), typ: 'at+jwt' }, claims(), key)
    expect(await rejection(verify(text))).to.include({ code: 'access/malformed' })
  })

  it('refuses a signature by another key under this kid', async () => {
    const forger = await generateSigningKey('p256')
    const text = await signJwt(header(), claims(), forger)
    expect(await rejection(verify(text))).to.include({ code: 'access/signature' })
  })
})
