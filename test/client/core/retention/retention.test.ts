import { expect } from 'chai'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { exportProof } from '#client/core/proof/export-proof.js'
import { packageStatus } from '#client/core/packages/package-status.js'
import { readPackage } from '#client/core/packages/open-package.js'
import { legalHolds, liftHold, placeHold } from '#client/core/retention/legal-holds.js'
import { currentRetention, setRetention } from '#client/core/retention/set-retention.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { signHold } from '#crypto/retention/legal-hold.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { codeOf } from '#test/support/code-of.js'
import { rotateOperator } from '#test/support/rotate-operator.js'
import { after, NOW } from '#test/support/world/moments.js'
import { world } from '#test/support/world/world.js'

describe('retention, as operator and parties see it', () => {
  let net: Constellation
  const operator = () => ({
    key: net.relay.operatorKey,
    trust: net.ana.trust,
    relay: { id: net.relay.identity.id, origin: 'https://relay.example' },
  })
  beforeEach(async () => {
    net = await constellation()
  })

  it('changes what is named and leaves the rest, a version each time', async () => {
    const { relay } = net.ana
    expect(await currentRetention(operator(), relay)).to.equal(undefined)
    await setRetention(operator(), relay, { routine: 30 }, NOW)
    const { schedule } = await setRetention(operator(), relay, { urgent: 60 }, NOW)
    expect(schedule).to.deep.include({
      version: 2,
      days: { routine: 30, urgent: 60, emergency: null, undecided: null },
    })
    expect((await currentRetention(operator(), relay))?.payload).to.deep.equal(schedule)
  })

  it('places, lists and lifts holds', async () => {
    const { relay } = net.ana
    const scope = { of: 'authority', authority: net.relay.xb.id } as const
    await placeHold(operator(), relay, { hold: 'court-1', scope, reason: 'Order' }, NOW)
    const standings = async () =>
      (await legalHolds(operator(), relay, NOW)).map(({ hold, standing }) => [hold, standing])
    expect(await standings()).to.deep.equal([['court-1', 'placed']])
    const lift = (hold: string) => liftHold(operator(), relay, { hold, reason: 'Ended' }, NOW)
    await lift('court-1')
    expect(await standings()).to.deep.equal([['court-1', 'lifted']])
    expect(await codeOf(() => lift('court-1'))).to.equal('usage')
    const stranger = { ...operator(), key: net.relay.xa.credentialsKey }
    expect(await codeOf(() => legalHolds(stranger, relay, NOW))).to.equal('statement-invalid')
  })

  for (const leavesOut of [false, true]) {
    const entry = leavesOut ? 'names the key before no more' : 'ends the key before'
    describe(`after the operator has changed its key, and the relay’s entry ${entry}`, () => {
      const scope = { of: 'case', case: '019ca8a0-3e80-7000-8000-000000000009' } as never
      const later = after(NOW, 60)
      let relay: typeof net.ana.relay
      let renewed: ReturnType<typeof operator>
      beforeEach(async () => {
        ;({ relay } = net.ana)
        await placeHold(operator(), relay, { hold: 'court-1', scope, reason: 'Order' }, NOW)
        await setRetention(operator(), relay, { routine: 30 }, NOW)
        renewed = { ...operator(), key: await rotateOperator(net.relay, NOW, { leavesOut }) }
        net.relay.setClock(later)
      })

      it('shows holds and schedule that were signed before, and goes on from them', async () => {
        expect(await legalHolds(renewed, relay, later)).to.have.length(1)
        const lifted = { hold: 'court-1', reason: 'Ended' }
        await liftHold(renewed, relay, lifted, later)
        const [hold] = await legalHolds(renewed, relay, later)
        expect(hold).to.deep.include({ standing: 'lifted', scope })
        const { schedule } = await setRetention(renewed, relay, { urgent: 60 }, later)
        expect(schedule).to.deep.include({ version: 2 })
        expect(schedule.days).to.include({ routine: 30, urgent: 60 })
      })

      it('takes nothing more of the key before', async () => {
        const placed = { hold: 'court-2', scope, reason: 'Order' }
        for (const at of [NOW, later])
          expect(await codeOf(() => placeHold(operator(), relay, placed, at))).to.equal(
            'statement-invalid',
          )
      })

      it('believes no hold that no operator key of an entry signed, or signed after its end', async () => {
        const said = { relay: renewed.relay.id, hold: 'court-1', scope, reason: 'x' }
        const evidence = { statement: 'a'.repeat(16), digest: 'a'.repeat(64), index: null }
        const forged = async (key: SigningKey, at: Date) => {
          const hold = { ...said, standing: 'lifted' as const, declared: at.toISOString() }
          const statement = await signHold(hold, key)
          net.lies.answers.listHolds = () => ({ holds: [{ statement, evidence }] })
          return codeOf(() => legalHolds(renewed, relay, later))
        }
        const { operatorKey, evidenceKey } = (await world()).relay
        expect(await forged(operatorKey, later)).to.equal('directory/key')
        expect(await forged(evidenceKey, NOW)).to.equal('directory/key')
        expect(await forged(operatorKey, NOW)).to.equal('nothing was refused')
      })
    })
  }

  it('proves after the deletion what was proved before, and that it was deleted', async () => {
    // Time-stamps in this world are of one moment: what is deleted then is from before.
    net.relay.setClock(after(NOW, -2 * 24 * 3600))
    const id = await net.sent()
    await acknowledgePackage(net.berta, id)
    net.relay.setClock(NOW)
    await net.settle()
    const before = await exportProof(net.ana, id, { withinMs: 0 })
    await setRetention(operator(), net.ana.relay, { routine: 1 }, NOW)
    expect(await net.relay.deleteContents()).to.equal(1)
    expect(await codeOf(() => readPackage(net.berta, id))).to.equal('content-deleted')
    await net.settle()
    const { octets, verdict } = await exportProof(net.ana, id, { withinMs: 0 })
    const standings = (one: typeof verdict) =>
      Object.fromEntries(one.facts.map(({ fact, standing }) => [fact, standing]))
    // Nobody can open the manifest any more: that the receipt is for it stays the recipient's claim.
    expect(standings(verdict)).to.deep.equal({
      ...standings(before.verdict),
      'receipt-matches-header': 'claimed',
    })
    expect((await packageStatus(net.ana, id)).receipts).to.have.length(1)
    expect((await packageStatus(net.berta, id)).record.states.get(net.relay.xb.id)).to.equal(
      'accepted',
    )
    const early = parseBundle(before.octets)
    expect(await verifyBundle(early, net.ana.trust, { at: NOW })).to.deep.equal(before.verdict)
    expect(
      await codeOf(() => exportProof(net.ana, id, { withinMs: 0, discloseManifest: true })),
    ).to.equal('usage')
    const bundle = parseBundle(octets)
    expect(bundle.evidence).to.have.length(parseBundle(before.octets).evidence.length + 1)
    const at = net.ana.platform.now()
    expect(await verifyBundle(bundle, net.ana.trust, { at })).to.deep.equal(verdict)
  })
})
