import { expect } from 'chai'
import { toBase64Url } from '#crypto/bytes/bytes.js'
import type { OfficerCredential } from '#crypto/directory/officer-credential.js'
import { SecurityKey } from '#crypto/directory/security-key.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { verifyCredential } from '#crypto/directory/verify-credential.js'
import { PublicJwk } from '#crypto/fields/fields.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { codeOf } from '#test/support/code-of.js'
import { softSecurityKey } from '#test/support/soft-security-key.js'
import { after, BEGIN, END, NOW } from '#test/support/world/moments.js'
import { type World, world } from '#test/support/world/world.js'

describe('officer credentials', () => {
  let w: World
  before(async () => {
    w = await world()
  })
  const sign = (changes: Partial<OfficerCredential>, key = w.xa.credentialsKey) =>
    signCredential({ ...w.drafter.claims, ...changes }, key)
  const codeFor = (statement: string, at = NOW, entry = w.xa.entry) =>
    codeOf(() => verifyCredential(statement, entry, at))

  it('lead from an officer to the authority’s entry', async () => {
    const { payload } = await verifyCredential(w.drafter.credential, w.xa.entry, NOW)
    expect(payload).to.deep.equal(w.drafter.claims)
  })

  it('hold from their first moment to their last', async () => {
    for (const at of [BEGIN, END]) {
      expect(await codeFor(w.drafter.credential, at)).to.equal('nothing was refused')
    }
  })

  it('are refused when expired or not begun', async () => {
    const past = await sign({ validTo: after(NOW, -1).toISOString() })
    const future = await sign({ validFrom: after(NOW, 1).toISOString() })
    expect(await codeFor(past)).to.equal('directory/credential')
    expect(await codeFor(future)).to.equal('directory/credential')
  })

  it('end with the key that vouches for them', async () => {
    const keys = w.xa.claims.keys.map((key) => ({ ...key, notAfter: after(NOW, -1).toISOString() }))
    const rotated = { ...w.xa.entry, payload: { ...w.xa.claims, keys } }
    expect(await codeFor(w.drafter.credential, NOW, rotated)).to.equal('directory/key')
  })

  it('are refused by the entry of another authority', async () => {
    expect(await codeFor(w.drafter.credential, NOW, w.xb.entry)).to.equal('directory/key')
    const foreign = await sign({ authority: w.xb.id })
    expect(await codeFor(foreign)).to.equal('directory/credential')
  })

  it('are refused if an officer signed them, even for itself', async () => {
    expect(await codeFor(await sign({}, w.drafter.key))).to.equal('directory/key')
  })

  it('are refused if a key is misnamed or serves twice', async () => {
    const { key, kid } = w.approver.claims
    const own = w.xa.credentialsKey
    for (const changes of [
      { kid },
      { key },
      { key: PublicJwk.parse(own.jwk), kid: own.kid },
      { sealingKey: PublicJwk.parse(w.xa.openingKey.jwk) },
    ]) {
      expect(await codeFor(await sign(changes))).to.equal('directory/credential')
    }
    const p256 = await generateSigningKey('p256')
    const jwk = PublicJwk.parse(p256.jwk)
    const both = await sign({ key: jwk, kid: p256.kid, sealingKey: jwk })
    expect(await codeFor(both)).to.equal('directory/credential')
  })

  it('are never signed without a role', async () => {
    expect(await codeOf(() => sign({ roles: [] }))).to.equal('directory/credential')
  })

  it('may name security keys, each once, of kinds that sign, none of which serves for something else', async () => {
    const { own: one } = await softSecurityKey()
    const { own: other } = await softSecurityKey('relay.example', 'Ed25519')
    const named = await sign({ securityKeys: [one, other] })
    const { payload } = await verifyCredential(named, w.xa.entry, NOW)
    expect(payload.securityKeys).to.deep.equal([one, other])
    const key = PublicJwk.parse(w.drafter.key.jwk)
    const own = { ...one, key: SecurityKey.shape.key.parse(key) }
    expect(await codeFor(await sign({ securityKeys: [own] }))).to.equal('directory/credential')
    const offCurve = { ...one, key: { ...one.key, x: 'A'.repeat(43) } }
    expect(await codeFor(await sign({ securityKeys: [offCurve] }))).to.equal('keys/weak')
    for (const securityKeys of [
      [],
      [one, one],
      [{ ...one, rpId: '127.0.0.1' }],
      [{ ...one, credential: 'AAAA' }],
      Array.from({ length: 9 }, (_, index) => ({
        ...one,
        credential: toBase64Url(new Uint8Array(16).fill(index)),
      })),
    ]) {
      expect(await codeOf(() => sign({ securityKeys }))).to.equal('directory/credential')
    }
  })
})
