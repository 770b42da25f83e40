import { expect } from 'chai'
import type { SecurityKey } from '#crypto/directory/security-key.js'
import { signSecurityKeyClaim } from '#crypto/directory/sign-security-key-claim.js'
import { verifySecurityKeyClaim } from '#crypto/directory/verify-security-key-claim.js'
import { signStatement } from '#crypto/statement/sign-statement.js'
import { codeOf } from '#test/support/code-of.js'
import { softSecurityKey } from '#test/support/soft-security-key.js'
import { NOW } from '#test/support/world/moments.js'
import { type World, world } from '#test/support/world/world.js'

describe('what an officer says of a security key', () => {
  let w: World
  let own: SecurityKey
  before(async () => {
    w = await world()
    ;({ own } = await softSecurityKey())
  })
  const declared = NOW.toISOString()
  const sign = (changes: object = {}, by = w.drafter) =>
    signSecurityKeyClaim({ authority: w.xa.id, securityKey: own, declared, ...changes }, by.key)
  const known = (kid: string) =>
    [w.drafter, w.approver].find(({ claims }) => claims.kid === kid)?.claims
  const codeFor = (claim: string) => codeOf(() => verifySecurityKeyClaim(claim, known))

  it('is verified by the key that the authority vouches for', async () => {
    const { payload } = await verifySecurityKeyClaim(await sign(), known)
    expect(payload).to.deep.equal({
      authority: w.xa.id,
      securityKey: own,
      declared,
      kid: w.drafter.claims.kid,
    })
  })

  it('is taken from nobody else', async () => {
    expect(await codeFor(await sign({}, w.registrar))).to.equal('directory/security-key')
    const { kid } = w.approver.claims
    const payload = { authority: w.xa.id, securityKey: own, declared, kid }
    const typ = 'rogatory-security-key'
    const forged = await signStatement({ typ, payload, key: w.drafter.key })
    expect(await codeFor(forged)).to.equal('statement/key')
    expect(await codeFor(await sign({ authority: w.xb.id }))).to.equal('directory/security-key')
    const text = await sign()
    const [header = '', , signature = ''] = text.split('.')
    const [, other = ''] = (await sign({ securityKey: (await softSecurityKey()).own })).split('.')
    expect(await codeFor([header, other, signature].join('.'))).to.equal('statement/signature')
  })

  it('names a key that can be used, and is nothing else', async () => {
    const offCurve = { ...own, key: { ...own.key, x: 'A'.repeat(43) } }
    expect(await codeFor(await sign({ securityKey: offCurve }))).to.equal('directory/security-key')
    expect(await codeFor(w.drafter.credential)).to.equal('directory/security-key')
    expect(await codeFor('')).to.equal('statement/malformed')
    const more = () => sign({ securityKey: { ...own, more: 1 } })
    expect(await codeOf(more)).to.equal('directory/security-key')
  })
})
