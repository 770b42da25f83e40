import { expect } from 'chai'
import { fromBase64, toBase64 } from '#crypto/bytes/bytes.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { serialiseBundle } from '#crypto/proof/serialise-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { codeOf } from '#test/support/code-of.js'
import { after, NOW } from '#test/support/world/moments.js'
import { sampleBundle, worldTrust } from '#test/support/world/sample-bundle.js'
import { sampleOcspResponse } from '#test/support/world/sample-ocsp.js'
import { type World, world } from '#test/support/world/world.js'

/** A verifier without a network judges the status of national certificates by what the bundle holds. */
describe('OCSP responses in a bundle', () => {
  let w: World
  let plain: ProofBundle
  before(async () => {
    w = await world()
    plain = await sampleBundle()
  })
  const DAY = 86_400
  const of = (whose: 'xa' | 'xb' | 'xc', changes: { revokedAt?: Date; nextUpdate?: Date } = {}) =>
    sampleOcspResponse(w[whose].identity.chain[0] ?? '', w.root, {
      thisUpdate: after(NOW, -DAY),
      nextUpdate: after(NOW, 7 * DAY),
      ...changes,
    })
  const withAll = (...ocspResponses: string[]): ProofBundle => ({
    ...plain,
    version: 3,
    ocspResponses,
  })
  async function judge(bundle: ProofBundle) {
    const { verdict, facts } = await verifyBundle(
      parseBundle(serialiseBundle(bundle)),
      await worldTrust(),
    )
    const fact = (code: string) => facts.find((one) => one.fact === code)
    return {
      verdict,
      sender: fact('sender-identified'),
      recipient: fact('recipient-identified'),
      coherent: fact('bundle-coherent'),
    }
  }

  it('make the status of a certificate known, where it is unknown without them', async () => {
    const before = await judge(plain)
    expect(before.sender?.data).to.include({ certificateStatus: 'unknown' })
    const { verdict, sender, recipient, coherent } = await judge(
      withAll(await of('xa'), await of('xb')),
    )
    expect(verdict).to.equal(before.verdict)
    expect(sender?.data).to.include({ certificateStatus: 'good' })
    expect(recipient?.data).to.include({ certificateStatus: 'good' })
    expect(coherent?.standing).to.equal('proved')
  })

  it('say nothing of a moment that they do not reach', async () => {
    const nextUpdate = after(NOW, -DAY / 2)
    const { sender } = await judge(withAll(await of('xa', { nextUpdate })))
    expect(sender?.data).to.include({ certificateStatus: 'unknown' })
  })

  it('contradict whoever was revoked by then, and nobody who was revoked afterwards', async () => {
    const then = await judge(withAll(await of('xa', { revokedAt: after(NOW, -60) })))
    expect(then.verdict).to.equal('contradicted')
    expect(then.sender?.data).to.include({ code: 'pki/revoked' })
    const later = await judge(withAll(await of('xa', { revokedAt: after(NOW, DAY) })))
    expect(later.sender).to.include({ standing: 'proved' })
  })

  it('are of this story, and by whom the issuer authorised: else the bundle says so', async () => {
    const octets = fromBase64(await of('xa'))
    octets[octets.length - 9] = (octets.at(-9) ?? 0) ^ 1
    const flipped = toBase64(octets)
    for (const [response, why] of [
      [await of('xc'), 'pki/chain'],
      [flipped, 'pki/chain'],
      ['AAAA', 'pki/malformed'],
    ] as const) {
      const { verdict, coherent } = await judge(withAll(await of('xb'), response))
      expect(verdict, why).to.equal('contradicted')
      expect(coherent?.data).to.include({ why })
    }
    const { coherent, sender } = await judge(withAll(await of('xb'), await of('xc')))
    expect(coherent?.data).to.include({ flaws: '1', where: 'OCSP response 2' })
    expect(sender?.standing).to.equal('proved')
  })

  it('are in version 3 only, and never none', async () => {
    const response = await of('xa')
    for (const bundle of [
      { ...withAll(response), version: 1 as const },
      { ...withAll(response), version: 2 as const },
      { ...plain, version: 3 as const },
      withAll(),
      withAll(response, response),
    ]) {
      expect(await codeOf(() => serialiseBundle(bundle))).to.equal('proof/malformed')
    }
  })
})
