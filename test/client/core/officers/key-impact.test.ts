import { expect } from 'chai'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { keyImpact } from '#client/core/officers/key-impact.js'
import { revokeKey } from '#client/core/officers/revoke-key.js'
import type { Session } from '#client/core/session/session.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { codeOf } from '#test/support/code-of.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('what stays provable when a key is revoked', function () {
  this.timeout(300_000)
  let net: Constellation
  /** Sent a minute after NOW, acknowledged an hour after; another sent after two hours. */
  before(async () => {
    net = await constellation()
    at(60)
    const first = await net.sent()
    at(3600)
    await acknowledgePackage(net.berta, first)
    at(7200)
    await net.sent()
  })
  const at = (seconds: number) => net.relay.setClock(after(NOW, seconds))
  const acts = async (session: Session, kid: string, seconds: number) =>
    (await keyImpact(session, kid, after(NOW, seconds)))
      .map(({ act, provable }) => `${act} ${provable ? 'stays' : 'falls'}`)
      .sort()

  it('is what the relay observed before that moment: headers, approvals and receipts', async () => {
    const { drafter, approver, registrar } = net.relay
    expect(await acts(net.ana, drafter.key.kid, 3600)).to.deep.equal([
      'header falls',
      'header stays',
    ])
    expect(await acts(net.ana, approver.key.kid, 3600)).to.deep.equal([
      'approval falls',
      'approval stays',
    ])
    expect(await acts(net.berta, registrar.key.kid, 3601)).to.deep.equal(['receipt stays'])
  })

  it('is nothing of that very moment', async () => {
    expect(await acts(net.berta, net.relay.registrar.key.kid, 3600)).to.deep.equal([
      'receipt falls',
    ])
    expect(await acts(net.ana, net.relay.drafter.key.kid, 60)).to.deep.equal([
      'header falls',
      'header falls',
    ])
  })

  it('is each key’s own acts only', async () => {
    expect(await acts(net.ana, net.relay.registrar.key.kid, 60)).to.deep.equal(['receipt falls'])
    expect(await acts(net.ana, 'A'.repeat(43), 60)).to.deep.equal([])
  })

  it('is the same once the key is revoked as of that moment, which may not lie ahead', async () => {
    const { xb, registrar } = net.relay
    const { kid } = registrar.key
    const before = await acts(net.berta, kid, 3601)
    const revoke = (seconds: number) =>
      revokeKey(net.berta, xb.credentialsKey, {
        kid,
        reason: 'compromised',
        since: after(NOW, seconds),
      })
    expect(await codeOf(() => revoke(7201))).to.equal('usage')
    const revocation = await revoke(3601)
    expect(revocation.payload).to.include({ kid, since: after(NOW, 3601).toISOString() })
    expect(await acts(net.berta, kid, 3601)).to.deep.equal(before)
  })
})
