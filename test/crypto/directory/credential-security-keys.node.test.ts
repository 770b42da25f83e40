import { expect } from 'chai'
import type { OfficerCredential } from '#crypto/directory/officer-credential.js'
import { SecurityKey } from '#crypto/directory/security-key.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { verifyCredential } from '#crypto/directory/verify-credential.js'
import { PublicJwk } from '#crypto/fields/fields.js'
import { codeOf } from '#test/support/code-of.js'
import { softSecurityKey } from '#test/support/soft-security-key.js'
import { NOW } from '#test/support/world/moments.js'
import { type World, world } from '#test/support/world/world.js'

describe('officer credentials that name security keys', () => {
  let w: World
  before(async () => {
    w = await world()
  })
  const sign = (changes: Partial<OfficerCredential>) =>
    signCredential({ ...w.drafter.claims, ...changes }, w.xa.credentialsKey)
  const codeFor = (statement: string) => codeOf(() => verifyCredential(statement, w.xa.entry, NOW))

  it('name each once, of kinds that sign, and none that serves for something else', async () => {
    const [one, other] = [softSecurityKey().own, softSecurityKey('relay.example', 'Ed25519').own]
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
      Array.from({ length: 9 }, () => softSecurityKey().own),
    ]) {
      expect(await codeOf(() => sign({ securityKeys }))).to.equal('directory/credential')
    }
  })
})
