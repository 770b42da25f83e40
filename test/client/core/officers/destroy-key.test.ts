import { expect } from 'chai'
import { destroyKey } from '#client/core/officers/destroy-key.js'
import { isIdle, keyNeeds } from '#client/core/officers/key-needs.js'
import { resealVault } from '#client/core/officers/reseal-vault.js'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { resealPackage } from '#client/core/resealing/reseal-package.js'
import { sealVault } from '#crypto/directory/vault.js'
import { exportPrivateJwk } from '#crypto/keys/export-private.js'
import { generateOpeningKey } from '#crypto/keys/generate.js'
import type { PackageId } from '#crypto/fields/fields.js'
import type { SealedPage } from '#server/contract/resealing-wire.js'
import { type Administered, administered } from '#test/support/client/administered.js'
import { changeKeys } from '#test/support/client/change-keys.js'
import type { TestSession } from '#test/support/client/constellation.js'
import { codeOf } from '#test/support/code-of.js'
import { after } from '#test/support/world/moments.js'

describe('destroying a key of the vault', () => {
  let net: Administered
  let bea: TestSession
  let id: PackageId
  let old: string
  beforeEach(async () => {
    net = await administered()
    bea = net.admin
    old = net.relay.xb.openingKey.kid
    id = await net.sent()
  })
  const later = () => net.tick(61)
  const need = async () => (await keyNeeds(bea)).find(({ kid }) => kid === old)
  const rotate = async () => (await changeKeys(net, bea)).kid

  it('is refused while others seal to it, or something opens with it alone', async () => {
    expect(await need()).to.include({ isPresent: true, packages: 1 })
    expect(await codeOf(() => destroyKey(bea, old))).to.equal('key-needed')
    await rotate()
    expect(await need()).to.include({ isPresent: false, packages: 1, drafts: 0, handoffs: 0 })
    expect(await codeOf(() => destroyKey(bea, old))).to.equal('key-needed')
    expect((await net.relay.vaults.current(net.relay.xb.id))?.version).to.equal(3)
  })

  it('takes it out of the vault, and the versions that held it away, again and again', async () => {
    const next = await rotate()
    await resealPackage(net.berta, id)
    const idle = await need()
    expect(idle && isIdle(idle)).to.equal(true)
    await destroyKey(bea, old)
    later()
    for (const session of [bea, net.berta]) {
      expect((await session.vaultKeys()).map(({ kid }) => kid)).to.deep.equal([next])
    }
    expect((await net.relay.vaults.current(net.relay.xb.id))?.version).to.equal(4)
    await destroyKey(bea, old)
    expect((await net.relay.vaults.current(net.relay.xb.id))?.version).to.equal(4)
    // What was there is compared with nothing any more: the version is gone.
    expect(await net.relay.vaults.keep(net.relay.xb.id, 3, 'anything')).to.equal(true)
  })

  it('keeps the versions before while the one without the key does not open', async () => {
    await rotate()
    await resealPackage(net.berta, id)
    const { drafter, xb } = net.relay
    const made = await generateOpeningKey('x25519', { extractable: true })
    const openingKeys = [await exportPrivateJwk(made)]
    const foreign = await sealVault({ openingKeys }, [drafter.openingKey])
    net.lies.answers.readVault = (answer: { version: number }) =>
      answer.version === 4 ? { ...answer, vault: foreign } : answer
    expect(await codeOf(() => destroyKey(bea, old))).to.equal('envelope/recipient')
    expect(await net.relay.vaults.keep(xb.id, 3, 'anything')).to.equal(false)
    delete net.lies.answers.readVault
    await destroyKey(bea, old)
    expect(await net.relay.vaults.keep(xb.id, 3, 'anything')).to.equal(true)
  })

  it('is refused for what never was a key of the authority’s', async () => {
    const { kid } = net.relay.xa.openingKey
    expect(await codeOf(() => destroyKey(bea, kid))).to.equal('usage')
    expect((await net.relay.vaults.current(net.relay.xb.id))?.version).to.equal(2)
  })

  it('goes on after a crash, whichever effect it was', async () => {
    await rotate()
    await resealPackage(net.berta, id)
    net.crash.failAt(undefined)
    await destroyKey(bea, old)
    const calls = net.crash.calls()
    for (let call = 0; call < calls; call++) {
      for (const when of ['before', 'after'] as const) {
        net.crash.failAt(undefined)
        await resealVault(bea, () => [net.relay.xb.openingKey])
        later()
        net.crash.failAt({ call, when })
        await destroyKey(bea, old).catch(() => undefined)
        net.crash.failAt(undefined)
        await destroyKey(bea, old)
        later()
        expect((await bea.vaultKeys()).map(({ kid }) => kid)).to.not.include(old)
        const { version } = await bea.relay.call('readVault')
        expect(await net.relay.vaults.keep(net.relay.xb.id, version - 1, 'free')).to.equal(true)
        await net.relay.vaults.removeBefore(net.relay.xb.id, version)
      }
    }
  })

  it('is refused while a package is on its way to it, of which only the number is told', async () => {
    const notBefore = after(net.relay.clock.now(), 3600)
    const held = await composePackage(net.ana, net.draftOf({ notBefore }))
    await deliverPackage(net.ana, held)
    await net.relay.consign({ header: await net.headerOf(held) })
    await rotate()
    await resealPackage(net.berta, id)
    const found = await need()
    expect(found).to.include({ isPresent: false, packages: 0, coming: 1 })
    expect(found && isIdle(found)).to.equal(false)
    expect(await codeOf(() => destroyKey(bea, old))).to.equal('key-needed')
    // A relay of before says nothing of what is to come.
    net.lies.answers.listSealed = ({ packages, next }: SealedPage) => ({ packages, next })
    expect(await need()).to.include({ packages: 0, coming: 0 })
    delete net.lies.answers.listSealed
    net.tick(3600)
    await net.relay.consign({ header: await net.headerOf(held) })
    expect(await need()).to.include({ packages: 1, coming: 0 })
  })

  it('puts it back when something comes in before the earlier versions are gone', async () => {
    const next = await rotate()
    await resealPackage(net.berta, id)
    net.lies.answers.storeVault = (answer: object) => {
      net.lies.answers.listSealed = (page: SealedPage) => ({
        ...page,
        coming: [{ kid: old, packages: 1 }],
      })
      return answer
    }
    expect(await codeOf(() => destroyKey(bea, old))).to.equal('key-needed')
    later()
    expect((await bea.vaultKeys()).map(({ kid }) => kid)).to.deep.equal([old, next])
    expect(await net.relay.vaults.keep(net.relay.xb.id, 3, 'anything')).to.equal(false)
    delete net.lies.answers.storeVault
    delete net.lies.answers.listSealed
    await destroyKey(bea, old)
    expect(await net.relay.vaults.keep(net.relay.xb.id, 3, 'anything')).to.equal(true)
  })

  it('is only an administrator’s', async () => {
    await rotate()
    await resealPackage(net.berta, id)
    expect(await codeOf(() => destroyKey(net.berta, old))).to.equal('not-permitted')
  })
})
